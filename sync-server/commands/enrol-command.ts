import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askSystem } from './ask-system.ts';
import { CommandFailure } from './command-failure.ts';
import { chooseDataFolder } from './data-folder-option.ts';

const enrolAnswer = z.object({
  problem: z.string().optional(),
  account: z.string().optional(),
  activityId: z.string().nullable().optional(),
  code: z.string().optional(),
  expiresAt: z.string().optional(),
});

export async function runEnrol(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      activity: { type: 'string' },
      new: { type: 'string' },
      name: { type: 'string' },
      support: { type: 'boolean' },
      data: { type: 'string' },
    },
  });
  if (values.name === undefined) throw new CommandFailure('--name "First Last" is missing.', 2);
  const choices = [values.activity, values.new, values.support].filter((choice) => choice !== undefined);
  if (choices.length !== 1) throw new CommandFailure('Choose one of --activity ID, --new "Activity" and --support.', 2);
  const request = {
    name: values.name,
    activityId: values.activity,
    newActivity: values.new,
    isSupport: values.support,
  };
  const answer = await askSystem(chooseDataFolder(values.data), 'enrol', request, enrolAnswer);
  if (answer.problem !== undefined) throw new CommandFailure(answer.problem);
  console.log(`account   ${answer.account ?? ''}`);
  if (typeof answer.activityId === 'string') console.log(`activity  ${answer.activityId}`);
  console.log(`code      ${answer.code ?? ''}`);
  console.log(`valid     once, until ${(answer.expiresAt ?? '').slice(0, 10)}`);
  return 0;
}
