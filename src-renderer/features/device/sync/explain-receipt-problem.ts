const KNOWN = [
  'record.notFound',
  'file.unreadable',
  'record.forbidden',
  'receipt.notOnServer',
  'receipt.altered',
] as const;

/** Key of the sentence for what keeps a receipt from being sent; the codes come from this device's notes. */
export function explainReceiptProblem(problem: string): `problemOf.${(typeof KNOWN)[number] | 'other'}` {
  const known = KNOWN.find((code) => code === problem);
  return `problemOf.${known ?? 'other'}`;
}
