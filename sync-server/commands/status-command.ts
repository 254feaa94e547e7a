import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askSystem } from './ask-system.ts';
import { requireDataFolder } from './data-folder-option.ts';
import { formatTable } from './text-table.ts';

const statusAnswer = z.object({
  cooperative: z.string(),
  isDemo: z.boolean(),
  databases: z.array(z.object({ name: z.string(), documents: z.number() })),
  devices: z.array(z.object({ prefix: z.string(), account: z.string(), name: z.string(), lastSeenAt: z.string() })),
  pendingBooks: z.number(),
});

export async function runStatus(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const status = await askSystem(requireDataFolder(values.data), 'status', {}, statusAnswer);
  console.log(`${status.cooperative}${status.isDemo ? ' (demonstration)' : ''}\n`);
  console.log(
    formatTable([['database', 'documents'], ...status.databases.map((row) => [row.name, String(row.documents)])]),
  );
  console.log('');
  const devices = status.devices.map((row) => [row.prefix, row.account, row.lastSeenAt, row.name]);
  console.log(formatTable([['device', 'account', 'last seen', 'name'], ...devices]));
  console.log(`\n${String(status.pendingBooks)} books wait to be consolidated`);
  return 0;
}
