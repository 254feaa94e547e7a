/** Characters of a device's name, at most. */
export const LONGEST_DEVICE_NAME = 80;

/** One of a person's devices, as they are told. */
export interface OwnDevice {
  readonly id: string;
  readonly name: string;
  /** Starts the numbers of the invoices issued on it. */
  readonly prefix: string;
  readonly createdAt: string;
  /** To some minutes. */
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly isThis: boolean;
  /** Signed in at the server now. */
  readonly isOpen: boolean;
}

/** Whether an answer of the server lists a person's devices. */
export function isOwnDevices(value: unknown): value is { readonly devices: readonly OwnDevice[] } {
  if (typeof value !== 'object' || value === null || !('devices' in value)) return false;
  return Array.isArray(value.devices) && value.devices.every(isOwnDevice);
}

function isOwnDevice(value: unknown): value is OwnDevice {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, prefix, createdAt, lastSeenAt, isThis, isOpen } = value as Partial<
    Record<keyof OwnDevice, unknown>
  >; // read member by member
  const areTexts = [id, name, prefix, createdAt, lastSeenAt].every((member) => typeof member === 'string');
  return areTexts && typeof isThis === 'boolean' && typeof isOpen === 'boolean';
}
