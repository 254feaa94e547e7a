import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import { computeInvoiceTotals } from '../billing/invoice-totals.ts';
import { listReceivables } from '../billing/receivables.ts';
import { unwrap } from '../core/result.ts';
import { checkContent } from '../record-rules/check-content.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { isOfType } from '../records/registry.ts';
import { sealOf } from '../records/seal.ts';
import { verifySalary } from '../salary/salary-computation-proof.ts';
import type { DemoActivity, DemoCooperative } from './build-demo-cooperative.ts';
import { buildDemoCooperative } from './build-demo-cooperative.ts';

const TODAY = '2026-09-17';
const hash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

function accountOf(demo: DemoCooperative, activity: DemoActivity) {
  const settings = activity.records.find((record) => isOfType(record, 'activitySettings'));
  if (settings === undefined || !isOfType(settings, 'activitySettings')) throw new Error('no settings');
  return unwrap(
    computeActivityAccount(
      { ...settings.body, activityId: activity.activityId },
      demo.cooperative,
      activity.records,
      TODAY,
    ),
  );
}

describe('buildDemoCooperative', () => {
  let demo: DemoCooperative;
  let all: readonly AnyRecord[];
  beforeAll(() => {
    demo = buildDemoCooperative(TODAY, hash);
    all = demo.activities.flatMap(({ records }) => records);
  });

  it('is the same twice on one day', () => {
    expect(buildDemoCooperative(TODAY, hash)).toEqual(demo);
  });

  it('has at least twelve people in four regions, with CAPE, CESA and members abroad', () => {
    expect(demo.activities.length).toBeGreaterThanOrEqual(12);
    expect(new Set(demo.activities.map(({ person }) => person.region)).size).toBe(4);
    expect(new Set(demo.activities.map(({ person }) => person.contract))).toEqual(new Set(['cape', 'cesa', 'abroad']));
    for (const key of ['account', 'code', 'activity'] as const) {
      expect(new Set(demo.activities.map(({ person }) => person[key])).size).toBe(demo.activities.length);
    }
  });

  it('holds 60 to 260 valid records an activity, none of them in the future, every id once', () => {
    for (const { records, person } of demo.activities) {
      expect(records.length, person.account).toBeGreaterThanOrEqual(60);
      expect(records.length, person.account).toBeLessThanOrEqual(260);
    }
    for (const record of [...demo.settings, ...all]) {
      const checked = checkContent(record);
      expect(checked.ok ? '' : `${record.id}: ${checked.error.message}`).toBe('');
      expect(record.createdAt.slice(0, 10) <= TODAY, record.id).toBe(true);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('carries only figures that the rules give', () => {
    let statements = 0;
    for (const record of all) {
      if (isOfType(record, 'invoice')) {
        expect(record.body.totals).toEqual(unwrap(computeInvoiceTotals(record.body.lines, record.body.currency)));
      }
      if (!isOfType(record, 'salaryStatement')) continue;
      statements += 1;
      const { input, lines, totals, computation, seal } = record.body;
      expect(verifySalary(input, { grossCents: input.grossCents, lines, totals, computation }, hash)).toEqual([]);
      expect(seal).toBe(sealOf(record, hash));
      const weight = totals.totalCostCents + record.body.account.residueCents;
      expect(weight).toBeLessThanOrEqual(record.body.account.availableCents);
    }
    expect(statements).toBeGreaterThan(50);
  });

  it('numbers invoices without a gap in each series', () => {
    for (const { records } of demo.activities) {
      const issued = records
        .filter((record) => isOfType(record, 'invoice'))
        .filter(({ status }) => status === 'issued');
      for (const series of new Set(issued.map(({ body }) => body.series))) {
        const sequences = issued.filter(({ body }) => body.series === series).map(({ body }) => body.sequence);
        expect(sequences).toEqual(sequences.map((_, index) => index + 1));
      }
    }
  });

  it('leaves the first member with something to do and something to pay out', () => {
    const lea = demo.activities[0];
    if (lea?.person.account !== 'lea.morvan') throw new Error('the first member is Léa Morvan');
    const account = accountOf(demo, lea);
    expect(account.availableCents).toBeGreaterThan(100_000);
    expect(account.months.at(-1)?.collectedCents).toBeGreaterThan(0);
    const receivables = listReceivables(lea.records, TODAY).filter(({ dueCents }) => dueCents > 0);
    expect(receivables.length).toBeGreaterThan(0);
    expect(lea.records.some((record) => isOfType(record, 'invoice') && record.status === 'draft')).toBe(true);
    expect(lea.records.filter((record) => isOfType(record, 'ledgerEntry') && record.body.needsReview).length).toBe(6);
  });

  it.each(['2026-01-01', '2026-02-28', '2026-12-31', '2027-03-05'])('can be built on %s', (today) => {
    const other = buildDemoCooperative(today, hash);
    for (const record of other.activities.flatMap(({ records }) => records)) expect(checkContent(record).ok).toBe(true);
    const [lea] = other.activities;
    expect(lea === undefined ? [] : listReceivables(lea.records, today).length).toBeGreaterThan(0);
  });
});
