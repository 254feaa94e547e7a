import type { Clock } from '../../shared/core/ports.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Instance } from '../accounts/describe-account.ts';
import { settingsInForce } from '../../shared/cooperative/settings-in-force.ts';
import type { Couch } from '../couch/connect.ts';
import { readCommons } from '../couch/read-commons.ts';
import { fillDemonstration } from './demonstration.ts';
import { StartError } from '../data-folder/start-error.ts';

interface InstanceNote {
  readonly isDemo: boolean;
  /** The day the demonstration was made for. */
  readonly day: string;
  readonly isReady: boolean;
}

/** Its id among the accounts. */
export const INSTANCE_NOTE = 'instance';

/** A data folder is a demonstration or a real cooperative from its first start on, and never changes. */
export async function settleInstance(couch: Couch, accounts: Accounts, isDemo: boolean, clock: Clock): Promise<void> {
  const { store } = accounts;
  let stored = await store.read<InstanceNote>(INSTANCE_NOTE);
  if (stored === undefined) {
    await store.create(INSTANCE_NOTE, { isDemo, day: clock().slice(0, 10), isReady: !isDemo });
    stored = await store.read<InstanceNote>(INSTANCE_NOTE);
  }
  if (stored === undefined) throw new Error('the note on the instance was not kept');
  if (isDemo && !stored.value.isDemo) {
    throw new StartError('This data folder holds a real cooperative; choose another one for the demonstration.');
  }
  if (stored.value.isReady) return;
  await fillDemonstration(couch, accounts, stored.value.day);
  await store.replace(stored, { ...stored.value, isReady: true });
}

const REMEMBER_MS = 60_000;

/** Name of the cooperative and kind of instance, read again once a minute. */
export function rememberInstance(couch: Couch, accounts: Accounts): () => Promise<Instance> {
  let held: { readonly instance: Instance; readonly until: number } | undefined;
  return async () => {
    if (held !== undefined && held.until > Date.now()) return held.instance;
    const note = await accounts.store.read<InstanceNote>(INSTANCE_NOTE);
    const settings = settingsInForce(await readCommons(couch));
    const name = settings?.body.tradeName ?? '';
    const instance = { cooperative: name === '' ? 'Sillon' : name, isDemo: note?.value.isDemo === true };
    held = { instance, until: Date.now() + REMEMBER_MS };
    return instance;
  };
}
