// npm run -s soak -- --seed N --records N --broken PERCENT: is anything lost on a bad line? Ends with one line of JSON.
// With --variant sillon|pouchdb-live|rxdb-couchdb the same against a database without our rules, to compare.
import { parseArgs } from 'node:util';
import { cooperativeStage } from './cooperative-stage.ts';
import { VARIANTS } from './page/plain-contract.ts';
import { plainStage } from './plain-stage.ts';
import { runSoak } from './run-soak.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    records: { type: 'string', default: '500' },
    broken: { type: 'string', default: '25' },
    variant: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const [seed, records, brokenPercent] = [values.seed, values.records, values.broken].map(Number);
if (!isCount(seed) || !isCount(records) || !isCount(brokenPercent) || records === 0 || brokenPercent > 90) {
  console.error('soak: --seed and --records take whole numbers, --broken a percentage up to 90');
  process.exit(2);
}

const variant = VARIANTS.find((name) => name === values.variant);
if (values.variant !== undefined && variant === undefined) {
  console.error(`soak: --variant is one of ${VARIANTS.join(', ')}`);
  process.exit(2);
}

const report = (progress: string): void => {
  console.error(`soak ${String(seed)}: ${progress}`);
};
const openStage = variant === undefined ? cooperativeStage : (dataDir: string) => plainStage(dataDir, variant);
const result = await runSoak({ seed, records, brokenPercent, report }, openStage);
if (values.verbose) console.error(JSON.stringify(result, undefined, 2));
const { missing, stale, lostEdits, conflictCopies, counts } = result;
console.log(
  JSON.stringify({
    ...(variant === undefined ? {} : { variant }),
    seed,
    records: result.records,
    edits: result.edits,
    requests: counts.requests,
    broken: counts.broken,
    missing: missing.length,
    stale: stale.length,
    lostEdits: lostEdits.length,
    conflictCopies,
    seconds: result.seconds,
    settleSeconds: result.settleSeconds,
  }),
);
process.exitCode = missing.length + stale.length + lostEdits.length === 0 ? 0 : 1;

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
