/** Members that no field of a form shows, which a newer Sillon may have written: they stay. */
export function keepUnknown<T extends object>(old: T | undefined, fields: readonly (keyof T)[]): Partial<T> {
  const known = fields as readonly PropertyKey[];
  const kept = Object.entries(old ?? {}).filter(([name]) => !known.includes(name));
  return Object.fromEntries(kept) as Partial<T>; // some of its own members
}
