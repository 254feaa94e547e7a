import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { cancelled } from './backup.ts';
import type { WorkOptions } from './backup.ts';
import type { BackupHeader, BackupRow } from './backup-format.ts';
import { createBackupReader, unreadable } from './backup-format.ts';
import type { SealedFile } from './backup-seal.ts';
import { readLines, UnreadableFileError } from './backup-lines.ts';
import { STORE_VERSION } from '../open-store.ts';

const BATCH = 500;

/** A backup whose every line and sum were checked. */
export interface CheckedBackup extends SealedFile {
  readonly file: Blob;
  readonly header: BackupHeader;
  readonly recordCount: number;
}

/** Reads the whole file without keeping it. Errors: `backup.unreadable`, `store.newerSchema`, `desktop.cancelled`. */
export async function checkBackup(file: Blob, options: WorkOptions = {}): Promise<Result<CheckedBackup>> {
  const reader = createBackupReader(STORE_VERSION);
  let header: BackupHeader | undefined;
  let end: SealedFile | undefined;
  let recordCount = 0;
  try {
    for await (const line of readLines(file, (bytes) => options.onProgress?.(bytes / file.size))) {
      if (options.signal?.aborted === true) return fail(cancelled());
      const read = reader.read(line);
      if (!read.ok) return read;
      if (read.value.kind === 'header') header = read.value.header;
      if (read.value.kind === 'row') recordCount += 1;
      if (read.value.kind === 'end') end = { sum: read.value.sum, seal: read.value.seal };
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) return fail(unreadable(error.message));
    throw error;
  }
  return header !== undefined && end !== undefined && reader.isWhole()
    ? ok({ file, header, recordCount, ...end })
    : fail(unreadable('the file is cut off'));
}

/** The records of a checked backup in batches of one collection, what was set aside apart, each record at most once a batch. */
export async function* readBatches({ file }: CheckedBackup): AsyncGenerator<readonly BackupRow[]> {
  const reader = createBackupReader(STORE_VERSION);
  let batch = new Map<string, BackupRow>();
  let kind = '';
  for await (const line of readLines(file)) {
    const read = reader.read(line);
    if (!read.ok) throw new UnreadableFileError('the file changed while it was read');
    if (read.value.kind !== 'row') continue;
    const { row } = read.value;
    if (batch.size >= BATCH || batch.has(row.record.id) || (batch.size > 0 && kindOf(row) !== kind)) {
      yield [...batch.values()];
      batch = new Map();
    }
    kind = kindOf(row);
    batch.set(row.record.id, row);
  }
  if (batch.size > 0) yield [...batch.values()];
}

function kindOf({ database, isAside }: BackupRow): string {
  return isAside === true ? 'aside' : database;
}
