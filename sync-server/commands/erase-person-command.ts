import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readRetention } from '../erasure/retention.ts';
import { askSystem } from './ask-system.ts';
import { CommandFailure } from './command-failure.ts';
import { requireDataFolder } from './data-folder-option.ts';
import { formatTable } from './text-table.ts';

const erasePlan = z.object({
  devices: z.number(),
  sessions: z.number(),
  codes: z.number(),
  sharedWith: z.array(z.string()),
  erased: z.record(z.string(), z.number()),
  kept: z.array(z.object({ type: z.string(), count: z.number(), article: z.string(), until: z.string() })),
  isReceiptsErased: z.boolean(),
  isRenamed: z.boolean(),
  hasBook: z.boolean(),
});
const eraseAnswer = z.object({
  problem: z.string().optional(),
  isDone: z.boolean().optional(),
  plan: erasePlan.optional(),
});

/** What no command on a server can do. */
const NOT_REACHED = `Not reached from here:
  - devices of the person and of the support team keep what they hold; delete Sillon's data on each of them
  - backups hold everything until they are deleted; restoring one brings the person back, so erase again after it
  - exports, PDF files, bank files and messages that already left Sillon
  - the account name as author of the records that stay: they are sealed, and devices refuse a changed one`;

export async function runErasePerson(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { account: { type: 'string' }, yes: { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const { account } = values;
  if (account === undefined) throw new CommandFailure('--account NAME is missing.', 2);
  const dataDir = requireDataFolder(values.data);
  const request = { account, isConfirmed: values.yes, retention: readRetention(dataDir) };
  const { problem, plan } = await askSystem(dataDir, 'erase-person', request, eraseAnswer);
  if (problem !== undefined || plan === undefined) throw new CommandFailure(problem ?? 'The server gave no plan.');
  console.log(describePlan(account, plan, values.yes));
  console.log(`\n${NOT_REACHED}\n`);
  console.log(
    values.yes ? `${account} is erased.` : 'Nothing was erased yet. To do it, run the same command with --yes.',
  );
  return 0;
}

function describePlan(account: string, plan: z.infer<typeof erasePlan>, isDone: boolean): string {
  const erased = Object.entries(plan.erased).map(([type, count]) => [`  ${type}`, String(count)]);
  const lines = [
    `${isDone ? 'Erased' : 'Would be erased'} of ${account}`,
    formatTable([
      ['  name and password', '1'],
      ['  devices', String(plan.devices)],
      ['  sessions', String(plan.sessions)],
      ['  enrolment codes', String(plan.codes)],
      ...erased,
      ...(plan.isReceiptsErased ? [['  receipts', 'all']] : []),
    ]),
  ];
  if (plan.isRenamed) lines.push('  The name in the activity’s settings becomes a pseudonym.');
  if (plan.sharedWith.length > 0) {
    lines.push(`\nThe book stays as it is: ${plan.sharedWith.join(', ')} work in it too.`);
  }
  if (plan.kept.length === 0) return lines.join('\n');
  const kept = plan.kept.map(({ type, count, until, article }) => [
    `  ${type}`,
    String(count),
    `until ${until}`,
    article,
  ]);
  lines.push('\nKept because the law requires it (GDPR, article 17, 3 b); run the command again after that day');
  lines.push(formatTable(kept));
  return lines.join('\n');
}
