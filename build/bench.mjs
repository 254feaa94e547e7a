// npm run bench: the figures of docs/measurements.md. Ratios and absolute figures of one run on this machine.
import { cpus } from 'node:os';
import { install } from './steps/install.mjs';
import { step } from './steps/report.mjs';
import { run } from './steps/run.mjs';

if (!(await step('packages', install))) process.exit(1);
console.log(`\n${cpus().length} × ${cpus()[0]?.model ?? 'processor'}\n`);
for (const name of ['salary', 'bundle', 'start', 'ledger', 'image', 'wire', 'scale']) {
  const isGood = await step(`bench ${name}`, async () => {
    const output = await run('node', [`build/bench/run-${name}.ts`]);
    return `\n${output.trimEnd()}\n`;
  });
  if (!isGood) process.exitCode = 1;
}
