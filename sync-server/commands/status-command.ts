import { parseArgs } from 'node:util';
import { z } from 'zod';
import { describeFinding } from '../jobs/findings.ts';
import { askSystem } from './ask-system.ts';
import { requireDataFolder } from './data-folder-option.ts';
import { formatTable } from './text-table.ts';

const statusAnswer = z.object({
  cooperative: z.string(),
  isDemo: z.boolean(),
  accounts: z.object({ members: z.number(), supportTeam: z.number() }),
  databases: z.array(z.object({ name: z.string(), documents: z.number(), deleted: z.number(), bytes: z.number() })),
  devices: z.array(
    z.object({
      prefix: z.string(),
      account: z.string(),
      name: z.string(),
      lastSeenAt: z.string(),
      isSignedIn: z.boolean(),
    }),
  ),
  pendingBooks: z.number(),
  failingBooks: z.array(z.object({ book: z.string(), reason: z.string() })),
  findings: z.array(
    z.object({ book: z.string(), recordId: z.string(), path: z.string(), expected: z.string(), found: z.string() }),
  ),
  lastBackupAt: z.string().nullable(),
  retiringKeys: z.number(),
});

export async function runStatus(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const status = await askSystem(requireDataFolder(values.data), 'status', {}, statusAnswer);
  const { accounts, databases, devices } = status;
  console.log(`${status.cooperative}${status.isDemo ? ' (demonstration)' : ''}`);
  console.log(`${count(accounts.members, 'member')}, ${String(accounts.supportTeam)} of the support team\n`);
  const rows = databases.map(({ name, documents, deleted, bytes }) => [
    name,
    String(documents),
    String(deleted),
    bytes === 0 ? '' : `${(bytes / 1_000_000).toFixed(1)} MB`,
  ]);
  console.log(formatTable([['database', 'documents', 'deleted', ''], ...rows]));
  console.log('');
  const lines = [...devices]
    .sort((one, other) => (one.lastSeenAt < other.lastSeenAt ? 1 : -1))
    .map((row) => [row.prefix, row.account, row.lastSeenAt, row.isSignedIn ? 'yes' : 'no', row.name]);
  console.log(formatTable([['device', 'account', 'last seen', 'signed in', 'name'], ...lines]));
  console.log(`\n${count(status.pendingBooks, 'book')} waiting to be consolidated`);
  for (const { book, reason } of status.failingBooks) {
    console.log(`${book} cannot be consolidated, its verdicts are not up to date: ${reason}`);
  }
  for (const { book, recordId, ...fault } of status.findings) console.log(describeFinding(book, recordId, fault));
  console.log(`last backup: ${status.lastBackupAt ?? 'none yet, see backup'}`);
  if (status.retiringKeys > 0) console.log(`${count(status.retiringKeys, 'old signing key')} still accepted`);
  return 0;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
