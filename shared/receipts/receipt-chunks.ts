/** Size of one chunk: what a bad line still carries in one request. */
export const CHUNK_BYTES = 24 * 1024;

/** Largest file that is taken as a receipt, in bytes. */
export const MAX_RECEIPT_BYTES = 10 * 1024 * 1024;

/** Name and type of the one attachment of a chunk document. */
export const CHUNK_ATTACHMENT = 'chunk';
export const CHUNK_TYPE = 'application/octet-stream';

/** Number of chunks of a receipt; none for a stated size that no receipt can have. */
export function countChunks(sizeBytes: number): number {
  const isPossible = Number.isSafeInteger(sizeBytes) && sizeBytes > 0 && sizeBytes <= MAX_RECEIPT_BYTES;
  return isPossible ? Math.ceil(sizeBytes / CHUNK_BYTES) : 0;
}

/** Ids of the chunk documents of a receipt, in order: `rcpt:<sha256>:<nnn>`. The same bytes give the same ids. */
export function chunkIds(sha256: string, sizeBytes: number): string[] {
  return Array.from(
    { length: countChunks(sizeBytes) },
    (_, index) => `rcpt:${sha256}:${String(index).padStart(3, '0')}`,
  );
}

/** The bytes of one chunk. */
export function chunkOf<T extends ArrayBufferLike>(bytes: Uint8Array<T>, index: number): Uint8Array<T> {
  return bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
}
