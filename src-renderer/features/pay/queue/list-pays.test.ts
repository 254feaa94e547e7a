import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import { isPay } from '../../../../shared/pay/counted-pay.ts';
import type { QueuedPay } from './list-pays.ts';
import { isVouchedFor, listQueuedPays } from './list-pays.ts';

const context = sampleContext();

/** A pay whose member says that ten billion stay. */
const pay = {
  ...createRecord(context, {
    type: 'customer',
    activityId: 'A',
    date: '2026-03-26',
    status: 'active',
    body: { name: 'x', kind: 'business', address: { lines: [], postalCode: '', city: '', country: 'FR' } },
  }),
  id: 'salaryStatement:1',
  type: 'salaryStatement',
  status: 'requested',
  body: {
    input: { period: '2026-03' },
    totals: { totalCostCents: 200_000, netBeforeTaxCents: 120_000 },
    account: { balanceCents: 1_000_000_200_000, availableCents: 1_000_000_200_000, residueCents: 1_000_000_000_000 },
  },
} as AnyRecord;

function queueOf(records: readonly AnyRecord[]): readonly QueuedPay[] {
  const verdicts = records.filter((record) => isOfType(record, 'verdict'));
  return listQueuedPays({ pays: records.filter(isPay), settings: [], verdicts });
}

function verdict(status: string, residueCents?: number): RecordOf<'verdict'> {
  const figures = { asOf: '2026-03-26', balanceCents: 0, availableCents: 0, residueCents: residueCents ?? 0 };
  return createRecord(context, {
    type: 'verdict',
    activityId: 'A',
    date: '2026-03-26',
    status,
    body: {
      recordId: pay.id,
      recordDigest: '0'.repeat(64),
      checkedAt: '2026-03-26T08:00:00.000Z',
      ruleVersion: 'salary-1',
      differences: [],
      ...(residueCents !== undefined && { figures }),
    },
  });
}

it('shows the rest the server finds, and what the member saw beside it only when it differs', () => {
  const [wild] = queueOf([pay, verdict('mismatch', 5_000)]);
  expect(wild).toMatchObject({ residueMinor: 5_000, seenResidueMinor: 1_000_000_000_000 });
  const [honest] = queueOf([pay, verdict('verified', 1_000_000_000_000)]);
  expect(honest).toMatchObject({ residueMinor: 1_000_000_000_000, seenResidueMinor: undefined });
});

it('vouches for nothing the server has not compared with the book', () => {
  const vouched = [[pay], [pay, verdict('verified')], [pay, verdict('mismatch', 1)], [pay, verdict('verified', 1)]].map(
    (records) => queueOf(records).map(isVouchedFor),
  );
  expect(vouched).toEqual([[false], [false], [false], [true]]);
  expect(queueOf([pay])[0]?.residueMinor).toBeUndefined();
});

it('says nothing of a comparison that will not come any more', () => {
  const validated = { ...pay, status: 'validated' } as AnyRecord;
  const [before] = queueOf([validated, verdict('verified')]);
  expect(before).toMatchObject({ residueMinor: undefined, seenResidueMinor: undefined, isCompared: false });
  expect(before && isVouchedFor(before)).toBe(true);
  const [compared] = queueOf([validated, verdict('verified', 5_000)]);
  expect(compared).toMatchObject({ residueMinor: 5_000, seenResidueMinor: 1_000_000_000_000 });
});
