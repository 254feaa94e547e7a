/** What a receipt may be. */
export type ReceiptType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/** The type of a file by its first bytes: names and types given by systems are not to be trusted. */
export function findReceiptType(bytes: Uint8Array): ReceiptType | undefined {
  const start = Array.from(bytes.subarray(0, 12), (byte) => String.fromCharCode(byte)).join('');
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  return start.startsWith('%PDF-') ? 'application/pdf' : undefined;
}
