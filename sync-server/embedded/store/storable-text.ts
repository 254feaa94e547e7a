/** Half characters and nulls do not survive storing: two names could become one. */
export function isStorableText(text: string): boolean {
  return !/\p{Surrogate}|\u0000/u.test(text);
}
