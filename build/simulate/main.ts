// npm run -s simulate -- --seeds N: N lives of a cooperative in virtual time; each that breaks a promise is told.
// --seed N tells the story of one. --break NAME (or all): the source is broken on purpose, and has to be found out.
import { parseArgs } from 'node:util';
import { BREAKS } from './breaks.ts';
import { runBatch } from './run-batch.ts';
import { startSimulator } from './start-simulator.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    break: { type: 'string' },
    jobs: { type: 'string', default: '2' },
  },
});

const [seeds, from, jobs] = [values.seeds, values.from, values.jobs].map(Number);
const names = values.break === 'all' ? BREAKS.map(({ name }) => name) : [values.break];
const isKnown = names.every((name) => name === undefined || BREAKS.some((one) => one.name === name));
if (!isCount(seeds) || !isCount(from) || !isCount(jobs) || jobs === 0 || !isKnown) {
  console.error(
    `simulate: --seeds, --from and --jobs take whole numbers, --break one of all, ${BREAKS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
process.exitCode = values.seed === undefined ? await judge() : await tell(values.seed);

/** The whole story of one seed. */
async function tell(seed: string): Promise<number> {
  const runSeed = await startSimulator(values.break);
  const { digest, broken } = await runSeed(seed, (line) => {
    console.log(line);
  });
  for (const line of broken) console.log(`BROKEN: ${line}`);
  console.log(
    `seed ${seed}: ${broken.length === 0 ? 'all is as it must be' : 'something is not as it must be'}; sum ${digest}`,
  );
  return broken.length > 0 ? 1 : 0;
}

async function judge(): Promise<number> {
  let failures = 0;
  for (const name of names) {
    const batch = { from: from ?? 1, seeds: seeds ?? 1, jobs: jobs ?? 1, broken: name };
    const { found, digest, count, minutes } = await runBatch(batch, ({ seed, broken }) => {
      console.log(`seed ${seed}: ${broken.slice(0, 3).join(' | ')}`);
    });
    const pace = `${String(count)} seeds, ${(count / minutes).toFixed(0)} a minute`;
    if (name === undefined) console.log(`${pace}, ${String(found)} broken; sum ${digest}`);
    else console.log(`${name}: ${found > 0 ? 'found out' : 'NOT found out'} (${pace})`);
    // What is broken on purpose must be found; what is not must not be.
    if (name === undefined ? found > 0 : found === 0) failures += 1;
  }
  return failures > 0 ? 1 : 0;
}

function isCount(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && (value ?? -1) >= 0;
}
