import { DeviceFacts } from './device-facts.ts';
import { openDatabase } from './open-database.ts';

let opened: Promise<DeviceFacts> | undefined;

/** What belongs to this computer and not to one person: the accounts known here and the preferences. */
export function deviceFacts(): Promise<DeviceFacts> {
  opened ??= openDatabase('sillon-device', []).then(
    ({ collections }) => new DeviceFacts(collections.device),
    (error: unknown) => {
      // What kept it from opening may be gone at the next try.
      opened = undefined;
      throw error;
    },
  );
  return opened;
}
