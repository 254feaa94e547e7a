import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { ReceiptManifest } from '../../shared/records/expense.ts';
import { MAX_RECEIPT_BYTES } from '../../shared/receipts/receipt-chunks.ts';
import { findReceiptType } from './receipt-type.ts';
import { shrinkImage } from './shrink-image.ts';
import { MAX_IMAGE_BYTES } from './shrink-plan.ts';
import type { ReceiptVault } from './vault.ts';

/**
 * Keeps a photograph or a PDF on this device and gives the manifest for the record. Photographs are made smaller first.
 * Errors: `file.tooLarge`, `file.unreadable` (neither image nor PDF), `store.full`, `store.writeFailed`.
 */
export async function keepReceipt(vault: ReceiptVault, file: File): Promise<Result<ReceiptManifest>> {
  if (file.size > MAX_RECEIPT_BYTES)
    return fail(appError('file.tooLarge', `${file.name}: too large`, { megabytes: 10 }));
  const unreadable = fail(appError('file.unreadable', `${file.name}: neither an image nor a PDF`));
  const original = await readBytes(file);
  if (original === undefined || original.length === 0) return unreadable;
  const type = findReceiptType(original);
  if (type === 'application/pdf' || (type !== undefined && original.length <= MAX_IMAGE_BYTES)) {
    return finish(original, type, file.name);
  }
  const smaller = await shrinkImage(file);
  const bytes = smaller === undefined ? undefined : await readBytes(smaller);
  return bytes === undefined ? unreadable : finish(bytes, 'image/jpeg', file.name.replace(/\.[^.]*$/, '.jpg'));

  async function finish(
    bytes: Uint8Array<ArrayBuffer>,
    mimeType: string,
    name: string,
  ): Promise<Result<ReceiptManifest>> {
    const kept = await vault.put(bytes);
    return kept.ok ? ok({ ...kept.value, mimeType, fileName: name.slice(-200) }) : kept;
  }
}

async function readBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // A file on a stick that was pulled out is refused here.
  const buffer = await blob.arrayBuffer().catch(() => undefined);
  return buffer === undefined ? undefined : new Uint8Array(buffer);
}
