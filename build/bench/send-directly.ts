import { chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import { readChunks } from '../../src-renderer/receipts/chunk-documents.ts';
import { compareChunks } from '../../src-renderer/receipts/compare-chunks.ts';
import type { uploadReceipt } from '../../src-renderer/receipts/upload-receipt.ts';

/** The rival: our own loop with one `_bulk_docs` a chunk and no `_revs_diff`, the same checks before and after. */
export const sendDirectly: typeof uploadReceipt = async (vault, remote, key, { onProgress }) => {
  const ids = chunkIds(key.sha256, key.sizeBytes);
  const before = await compareChunks(vault, remote, ids);
  if (!before.ok) return before;
  const { missing } = before.value;
  const chunks = await readChunks(vault.database, missing);
  for (const [index, id] of missing.entries()) {
    const data = Buffer.from(chunks[index] ?? []).toString('base64');
    try {
      const attachment = { content_type: 'application/octet-stream', data };
      await remote.database.bulkDocs([{ _id: id, _attachments: { chunk: attachment } }]);
    } catch (error) {
      return { ok: false, error: remote.toError(error) };
    }
    onProgress((ids.length - missing.length + index + 1) / ids.length);
  }
  return compareChunks(vault, remote, ids).then((after) => (after.ok ? { ok: true, value: undefined } : after));
};
