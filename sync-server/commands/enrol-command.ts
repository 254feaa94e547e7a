import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askSystem } from './ask-system.ts';
import { CommandFailure } from './command-failure.ts';
import { requireDataFolder } from './data-folder-option.ts';

const namesake = z.object({ account: z.string(), role: z.string(), activity: z.string() });
const enrolAnswer = z.object({
  problem: z.string().optional(),
  namesakes: z.array(namesake).optional(),
  account: z.string().optional(),
  activityId: z.string().nullable().optional(),
  code: z.string().optional(),
  expiresAt: z.string().optional(),
  withdrawn: z.number().optional(),
});

export async function runEnrol(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      activity: { type: 'string' },
      new: { type: 'string' },
      name: { type: 'string' },
      support: { type: 'boolean' },
      account: { type: 'string' },
      'another-person': { type: 'boolean' },
      data: { type: 'string' },
    },
  });
  const choices = [values.activity, values.new, values.support].filter((choice) => choice !== undefined);
  if (values.account === undefined) {
    if (values.name === undefined) throw new CommandFailure('--name "First Last" is missing.', 2);
    if (choices.length !== 1) {
      throw new CommandFailure('Choose one of --activity ID, --new "Activity" and --support.', 2);
    }
  } else if (choices.length > 0 || values.name !== undefined || values['another-person'] !== undefined) {
    throw new CommandFailure('--account names a person who is enrolled already: leave out the rest.', 2);
  }
  const request = {
    account: values.account,
    name: values.name,
    activityId: values.activity,
    newActivity: values.new,
    isSupport: values.support,
    isAnotherPerson: values['another-person'],
  };
  const answer = await askSystem(requireDataFolder(values.data), 'enrol', request, enrolAnswer);
  if (answer.problem !== undefined) throw new CommandFailure(describeProblem(answer.problem, answer.namesakes));
  console.log(`account   ${answer.account ?? ''}`);
  if (typeof answer.activityId === 'string') console.log(`activity  ${answer.activityId}`);
  console.log(`code      ${answer.code ?? ''}`);
  console.log(`valid     once, until ${(answer.expiresAt ?? '').slice(0, 10)}`);
  const { withdrawn = 0 } = answer;
  if (withdrawn > 0) console.log(`withdrawn ${String(withdrawn)} earlier code${withdrawn > 1 ? 's' : ''} not used yet`);
  return 0;
}

function describeProblem(problem: string, namesakes: readonly z.infer<typeof namesake>[] = []): string {
  if (namesakes.length === 0) return problem;
  const known = namesakes.map(({ account, role, activity }) =>
    role === 'supportTeam' ? `  ${account}, of the support team` : `  ${account}, member of ${activity}`,
  );
  return [
    problem,
    ...known,
    'Is it the same person? A fresh code, with which they choose a new password:  enrol --account NAME',
    'Is it somebody else? Run the same command with --another-person.',
  ].join('\n');
}
