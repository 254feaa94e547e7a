import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askSystem } from './ask-system.ts';
import { requireDataFolder } from './data-folder-option.ts';

const rotateAnswer = z.object({
  keyId: z.string(),
  oldKeyId: z.string(),
  oldUntil: z.string(),
  setting: z.string().optional(),
  // A server of an earlier version does not tell.
  nodesAway: z.array(z.string()).default([]),
});

export async function runRotateKeys(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const { keyId, oldKeyId, oldUntil, setting, nodesAway } = await askSystem(
    requireDataFolder(values.data),
    'rotate-keys',
    {},
    rotateAnswer,
  );
  console.log(`new key  ${keyId}`);
  console.log(`old key  ${oldKeyId}, accepted until ${oldUntil}, then dropped by the running server or its next start`);
  if (setting !== undefined) {
    console.log('\nSet in CouchDB on every node. Where its settings are kept in files, put this there too:\n');
    console.log(setting);
  }
  for (const node of nodesAway) {
    console.log(`\n${node} is away: the running server tells it the new key when it is back, or its next start does.`);
  }
  console.log('\nNobody has to sign in again.');
  return 0;
}
