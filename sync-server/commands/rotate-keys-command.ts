import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askSystem } from './ask-system.ts';
import { requireDataFolder } from './data-folder-option.ts';

const rotateAnswer = z.object({
  keyId: z.string(),
  oldKeyId: z.string(),
  oldUntil: z.string(),
  setting: z.string().optional(),
});

export async function runRotateKeys(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const { keyId, oldKeyId, oldUntil, setting } = await askSystem(
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
  console.log('\nNobody has to sign in again.');
  return 0;
}
