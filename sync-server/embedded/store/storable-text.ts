/** Half characters and nulls do not survive storing: two names could become one. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
