import { expect, it } from 'vitest';
import { SEED } from '../seed.ts';
import { runSoak } from './run-soak.ts';

/** Enough for every kind of break, a killed server and conflicts of all three devices; `npm run soak` runs longer ones. */
const RECORDS = 70;

it(`loses nothing with a quarter of the requests broken (SILLON_SEED=${String(SEED)})`, async () => {
  const told: string[] = [];
  const result = await runSoak({
    seed: SEED,
    records: RECORDS,
    brokenPercent: 25,
    report: (progress) => told.push(progress),
  });
  const { missing, stale, lostEdits } = result;
  expect({ missing, stale, lostEdits }, told.join('\n')).toEqual({ missing: [], stale: [], lostEdits: [] });
  // Otherwise nothing was put to the test.
  expect(result.counts.broken).toBeGreaterThan(10);
  expect(result.edits).toBeGreaterThan(20);
}, 180_000);
