import type { Person } from '../accounts/account-store.ts';
import { retryOnConflict } from '../accounts/account-store.ts';
import type { Accounts } from '../accounts/accounts.ts';

/** What is left of an erased person while the law keeps records of theirs: enough to erase the rest when it does not any more. */
interface ErasedNote {
  readonly account: string;
  readonly activityId: string;
  /** Last day of the last record that is kept. */
  readonly until: string;
}

/** The id of the note, which goes with the last record. */
export function erasedNoteId(account: string): string {
  return `erased:${account}`;
}

/** A person who was erased but for what the law keeps. */
export async function recallErased({ store }: Accounts, account: string): Promise<Person | undefined> {
  const note = (await store.read<ErasedNote>(erasedNoteId(account)))?.value;
  return note === undefined
    ? undefined
    : { account: note.account, displayName: '', role: 'member', activityId: note.activityId };
}

export async function noteErased({ store }: Accounts, note: ErasedNote): Promise<void> {
  const id = erasedNoteId(note.account);
  await retryOnConflict(async () => {
    const stored = await store.read<ErasedNote>(id);
    return (stored === undefined ? await store.create(id, note) : await store.replace(stored, note)) || undefined;
  });
}
