import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { toolEnvironment, ROOT } from '../steps/run.mjs';
import type { Measure } from './print-measures.ts';
import { amountAt, CONTRACTS, pick } from './sample-pays.ts';

const CASES = 10_000;

/** The command of the payroll office as it is called: a start with one case, and many cases with the start. */
export async function benchConvert(): Promise<Measure[]> {
  const start = await convert(1);
  const all = await convert(CASES);
  return [
    { name: 'npm run -s convert: start-up and one case', value: start, unit: 's', goal: { atMost: 1.5 } },
    {
      name: `npm run -s convert: ${CASES.toLocaleString('en')} cases, start-up included`,
      value: CASES / all,
      unit: 'cases/s',
      goal: { atLeast: 1000 },
    },
  ];
}

/** Seconds until the last answer to `count` cases, half of them from a cost. */
async function convert(count: number): Promise<number> {
  const input = Array.from({ length: count }, (_, index) => `${JSON.stringify(caseAt(index))}\n`).join('');
  const started = performance.now();
  const child = spawn('npm', ['run', '-s', 'convert'], { cwd: ROOT, env: toolEnvironment() });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end(input);
  await once(child, 'close');
  const seconds = (performance.now() - started) / 1000;
  const answers = output.trimEnd().split('\n');
  if (answers.length !== count || answers.some((answer) => answer.startsWith('{"error"'))) {
    throw new Error('bench: the command did not answer every case');
  }
  return seconds;
}

function caseAt(index: number): Record<string, unknown> {
  const contract = pick(CONTRACTS, index);
  return {
    period: contract.period,
    weeklyHours: contract.workingTime?.kind === 'weeklyHours' ? contract.workingTime.minutes / 60 : 35,
    effectif: contract.headcount,
    cadre: contract.isCadre,
    atmpRatePercent: contract.atmpRatePpm / 10_000,
    mutuelleCents: contract.mutuelleCents,
    mutuelleEmployerSharePercent: contract.mutuelleEmployerSharePpm / 10_000,
    [index % 8 < 4 ? 'grossCents' : 'totalCostCents']: amountAt(index),
  };
}
