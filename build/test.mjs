// npm test: everything continuous integration runs. Ends with a line "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApplication } from './steps/build-application.mjs';
import { CHECKS } from './steps/checks.mjs';
import { ensureChromium } from './steps/find-chromium.mjs';
import { install } from './steps/install.mjs';
import { step } from './steps/report.mjs';
import { run } from './steps/run.mjs';

const reports = mkdtempSync(join(tmpdir(), 'sillon-test-'));
let passed = 0;
let failed = 0;

async function check(name, work) {
  if (await step(name, work)) passed += 1;
  else failed += 1;
}

/** Runs a test runner that writes a JSON report; adds its counts to ours. */
async function suite(name, command, args, env, readCounts) {
  const report = join(reports, `${name.replace(/\W/g, '-')}.json`);
  let counts = { passed: 0, failed: 0 };
  const isGood = await step(name, async () => {
    try {
      await run(command, args(report), { env: env(report) });
    } finally {
      counts = tryCounts(report, readCounts);
    }
    return `${counts.passed} passed`;
  });
  passed += counts.passed;
  failed += counts.failed === 0 && !isGood ? 1 : counts.failed;
}

function tryCounts(report, readCounts) {
  try {
    return readCounts(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

if (!(await step('packages', install))) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
for (const [name, work] of CHECKS) await check(name, async () => void (await work()));
await check('build of the application', buildApplication);
let chromium;
await check('a Chromium for the browser tests', async () => (chromium = await ensureChromium()));
const browser = chromium ? { CHROMIUM_PATH: chromium } : {};
await suite(
  'unit, property and server tests (vitest)',
  'vitest',
  (report) => [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  () => browser,
  (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
);
if (chromium) {
  await suite(
    'browser tests (playwright)',
    'playwright',
    () => ['test', '--config', 'build/playwright.config.ts', '--reporter=list,json'],
    (report) => ({ ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    (report) => ({ passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }),
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
