/** Dated rules, the latest first. */
export function latestFirst<T extends { readonly from: string }>(rules: readonly T[] | undefined): readonly T[] {
  return (rules ?? []).toSorted((a, b) => (a.from < b.from ? 1 : -1));
}
