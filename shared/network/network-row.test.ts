import { describe, expect, it } from 'vitest';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import { appError } from '../core/errors.ts';
import { fail, ok, unwrap } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_ACTIVITY, SAMPLE_RULE, sampleEntry } from '../testing/sample-records.ts';
import { buildNetworkRow, collectedInYear } from './network-row.ts';

const TODAY = '2026-03-12';
const context = sampleContext();

const settings: RecordOf<'activitySettings'> = createRecord(context, {
  type: 'activitySettings',
  activityId: SAMPLE_ACTIVITY,
  date: '2025-11-01',
  status: 'active',
  body: {
    name: 'Bois du Morvan',
    code: 'BM',
    entrepreneur: { account: 'lea.morvan', firstName: 'Léa', lastName: 'Morvan' },
    region: 'Bourgogne',
    country: 'FR',
    currency: 'EUR',
    openingBalanceCents: 100_00,
    openingDate: '2025-11-01',
    reserveTargetCents: 0,
    defaultVatRatePpm: 200_000,
    contract: { kind: 'cesa', startDate: '2025-01-01', weeklyMinutes: 2_100, isCadre: false },
    payroll: { mutuelleCents: 0, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
  },
});

const mark = (lastSeenAt: string) =>
  createRecord(context, {
    type: 'syncMark',
    activityId: SAMPLE_ACTIVITY,
    date: lastSeenAt.slice(0, 10),
    status: 'active',
    body: { account: 'lea.morvan', lastSeenAt, day: lastSeenAt.slice(0, 10) },
  });

const statement = (status: string) => ({
  ...settings,
  id: `salaryStatement:${status}`,
  type: 'salaryStatement',
  status,
});

function accountOf(records: Parameters<typeof computeActivityAccount>[2]) {
  return unwrap(
    computeActivityAccount(
      { ...settings.body, activityId: settings.activityId },
      { contributionRules: [SAMPLE_RULE] },
      records,
      TODAY,
    ),
  );
}

describe('buildNetworkRow', () => {
  const records = [
    settings,
    sampleEntry(context, { date: '2025-12-20', amountCents: 1_000_00 }),
    sampleEntry(context, { date: '2026-01-05', amountCents: 200_00 }),
    sampleEntry(context, { date: '2026-03-05', amountCents: 30_00 }),
    mark('2026-03-01T08:00:00.000Z'),
    mark('2026-03-11T08:00:00.000Z'),
  ];
  // Statuses alone decide what is to validate; the figures come from outside.
  const statements = ['requested', 'checked', 'validated', 'paid', 'refused', 'cancelled'].map(statement);
  const account = accountOf(records);
  const figures = ok({ settings, account, toCollectCents: 45_00, overdueCents: 5_00 });

  it('shows the figures it was given, the turnover of this calendar year only', () => {
    const row = buildNetworkRow(SAMPLE_ACTIVITY, records, { figures, isIncomplete: false, today: TODAY });
    expect(row).toMatchObject({
      name: 'Bois du Morvan',
      entrepreneur: 'Léa Morvan',
      currency: 'EUR',
      problem: undefined,
    });
    expect(row.amounts).toEqual({
      turnoverCents: 230_00,
      balanceCents: 100_00 + 1_230_00 - 123_00,
      toCollectCents: 45_00,
      overdueCents: 5_00,
    });
  });

  it('counts statements that wait for the support team and takes the latest exchange', () => {
    const row = buildNetworkRow(SAMPLE_ACTIVITY, [...records, ...statements], {
      figures,
      isIncomplete: false,
      today: TODAY,
    });
    expect(row.toValidateCount).toBe(2);
    expect(row.lastSeenAt).toBe('2026-03-11T08:00:00.000Z');
  });

  it('keeps an activity whose figures cannot be computed, with the reason and no amounts', () => {
    const failed = fail(appError('contribution.noRule', 'no rule', { date: '2026-03-01' }));
    const row = buildNetworkRow(SAMPLE_ACTIVITY, records.slice(1), {
      figures: failed,
      isIncomplete: true,
      today: TODAY,
    });
    expect(row).toMatchObject({
      name: '',
      amounts: undefined,
      problem: { code: 'contribution.noRule', details: { date: '2026-03-01' } },
      contractKind: undefined,
    });
  });
});

it('adds up the collected turnover of one year', () => {
  const account = accountOf([sampleEntry(context, { date: '2025-12-31', amountCents: 77 })]);
  expect([collectedInYear(account, '2025'), collectedInYear(account, '2026')]).toEqual([77, 0]);
});
