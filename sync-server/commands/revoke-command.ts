import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askSystem } from './ask-system.ts';
import { CommandFailure } from './command-failure.ts';
import { requireDataFolder } from './data-folder-option.ts';

const revokeAnswer = z.object({
  problem: z.string().optional(),
  sessions: z.number().optional(),
  codes: z.number().optional(),
  hadPassword: z.boolean().optional(),
});

export async function runRevoke(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { account: { type: 'string' }, device: { type: 'string' }, data: { type: 'string' } },
  });
  const { account, device } = values;
  if (account === undefined) throw new CommandFailure('--account NAME is missing.', 2);
  const answer = await askSystem(requireDataFolder(values.data), 'revoke', { account, device }, revokeAnswer);
  if (answer.problem !== undefined) throw new CommandFailure(answer.problem);
  console.log(`sessions ended   ${String(answer.sessions ?? 0)}`);
  if (device !== undefined) {
    console.log(
      '\nThe device may sign in again with the password. If somebody else knows it, revoke the whole account',
    );
    console.log('and give the person a new code with enrol. What the device holds already stays on it.');
    return 0;
  }
  console.log(`codes withdrawn  ${String(answer.codes ?? 0)}`);
  console.log(`password         ${answer.hadPassword === true ? 'removed' : 'there was none'}`);
  console.log('\nA new code from enrol lets the person in again. What their devices hold already stays on them.');
  return 0;
}
