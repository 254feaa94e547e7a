// npm run lint: format, types, lint, boundaries, unused code.
import { CHECKS } from './steps/checks.mjs';
import { step } from './steps/report.mjs';

for (const [name, check] of CHECKS) {
  const isGood = await step(name, async () => void (await check()));
  if (!isGood) process.exitCode = 1;
}
