import type { Accounts } from '../accounts/accounts.ts';

const NOTE = 'version';

/** Notes in the trail when the server starts with another version of Sillon than before. */
export async function noteVersion({ store, audit }: Accounts, version: string): Promise<void> {
  const stored = await store.read<{ readonly version: string }>(NOTE);
  const before = stored?.value.version;
  if (before === version) return;
  await audit.note({ kind: 'version', actor: 'server', details: { to: version, ...(before && { from: before }) } });
  if (stored === undefined) await store.create(NOTE, { version });
  else await store.replace(stored, { version });
}
