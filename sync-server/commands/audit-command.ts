import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AUDIT_KINDS, isAuditKind } from '../../shared/access/audit-entry.ts';
import { askSystem } from './ask-system.ts';
import { CommandFailure } from './command-failure.ts';
import { requireDataFolder } from './data-folder-option.ts';
import { formatTable } from './text-table.ts';

const auditAnswer = z.object({
  entries: z.array(
    z.object({
      at: z.string(),
      kind: z.string(),
      actor: z.string(),
      account: z.string().optional(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  next: z.string().optional(),
});

export async function runAudit(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      account: { type: 'string' },
      kind: { type: 'string' },
      before: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const { account, kind, before } = values;
  if (kind !== undefined && !isAuditKind(kind)) {
    throw new CommandFailure(`--kind takes one of ${AUDIT_KINDS.join(', ')}.`, 2);
  }
  if (before !== undefined && !/^[0-9A-Z]{26}$/.test(before)) {
    throw new CommandFailure('--before takes the id that the page before it ended with.', 2);
  }
  const { entries, next } = await askSystem(
    requireDataFolder(values.data),
    'audit',
    { account, kind, before },
    auditAnswer,
  );
  const rows = entries.map((entry) => [
    `${entry.at.slice(0, 16).replace('T', ' ')} UTC`,
    entry.kind,
    entry.actor,
    entry.account ?? '',
    Object.entries(entry.details)
      .map(([name, value]) => `${name}=${printable(value)}`)
      .join(' '),
  ]);
  console.log(rows.length === 0 ? 'Nothing found.' : formatTable([['when', 'what', 'by', 'about', ''], ...rows]));
  if (next !== undefined) console.log(`\nEarlier ones: --before ${next}`);
  return 0;
}

/** Names of devices come from the people who use them: nothing of them may steer a terminal. */
function printable(value: string | number): string {
  return String(value).replace(/\p{C}/gu, '');
}
