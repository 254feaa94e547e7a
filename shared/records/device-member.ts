/** A member of a record that only a device has: it never goes on the wire, and whoever reads it there takes it off. */
export const DEVICE_MEMBER = 'isPending';

/** A record, or what might be one, without what only a device has. */
export function withoutDeviceMember<T extends object>(record: T): Omit<T, typeof DEVICE_MEMBER> {
  const { isPending, ...rest } = record as T & { readonly isPending?: unknown };
  return rest;
}
