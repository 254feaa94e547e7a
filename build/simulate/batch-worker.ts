// node batch-worker.ts FROM TO STEP BREAK: every STEP-th seed, one line of JSON each.
import { startSimulator } from './start-simulator.ts';

const [from = 1, to = 1, step = 1] = process.argv.slice(2, 5).map(Number);
const broken = process.argv[5];

const runSeed = await startSimulator(broken === '' ? undefined : broken);
for (let seed = from; seed < to; seed += step) {
  const outcome = await runSeed(String(seed));
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
process.exit(0);
