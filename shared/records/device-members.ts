/** Members of a record that only a device has: they never go on the wire, and whoever reads one from there takes it off. */
export const DEVICE_MEMBERS = ['isPending'] as const;

/** A record, or what might be one, without them. */
export function withoutDeviceMembers<T extends object>(record: T): Omit<T, (typeof DEVICE_MEMBERS)[number]> {
  const { isPending, ...rest } = record as T & { readonly isPending?: unknown };
  return rest;
}
