// npm run -s soak -- --seed N --records N --broken PERCENT: is anything lost on a bad line? Ends with one line of JSON.
import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    records: { type: 'string', default: '500' },
    broken: { type: 'string', default: '25' },
    verbose: { type: 'boolean', default: false },
  },
});

const [seed, records, brokenPercent] = [values.seed, values.records, values.broken].map(Number);
if (!isCount(seed) || !isCount(records) || !isCount(brokenPercent) || records === 0 || brokenPercent > 90) {
  console.error('soak: --seed and --records take whole numbers, --broken a percentage up to 90');
  process.exit(2);
}

const result = await runSoak({
  seed,
  records,
  brokenPercent,
  report: (progress) => {
    console.error(`soak ${String(seed)}: ${progress}`);
  },
});
if (values.verbose) console.error(JSON.stringify(result, undefined, 2));
const { missing, stale, lostEdits, conflictCopies, counts } = result;
console.log(
  JSON.stringify({
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
