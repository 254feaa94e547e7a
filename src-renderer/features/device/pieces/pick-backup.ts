import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import { maxFileBytes } from '../../../../shared/desktop/desktop-calls.ts';
import { getPlatform } from '../../../platform/current-platform.ts';

/** Asks the person for a backup file. Errors: `desktop.cancelled`, `file.tooLarge`, `file.unreadable`. */
export async function pickBackup(): Promise<Result<Blob>> {
  const opened = await getPlatform().openFile({ extensions: ['sillon'], maxBytes: maxFileBytes });
  return opened.ok ? ok(new Blob([new Uint8Array(opened.value.bytes)])) : opened;
}
