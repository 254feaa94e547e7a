import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';
import type { WithholdingGrid } from '../records/withholding-grid.ts';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { findGridFault } from './check-grids.ts';
import { checkRate, checkRateStep } from './check-rate.ts';
import { computeWithholding, defaultRate, gridInForce } from './compute-withholding.ts';
import { KNOWN_GRIDS } from './known-grids.ts';
import { paymentDateOf } from './payment-date.ts';
import { withholdingRateId } from './rate-id.ts';

const context = sampleContext('claire');

type Rate = RecordOf<'withholdingRate'>;

function rate(date: string, body: Partial<Rate['body']> = {}, status = 'active'): Rate {
  return createRecord(context, {
    ...{
      type: 'withholdingRate',
      id: withholdingRateId('ada.fall', date, hash),
      activityId: 'cooperative',
      date,
      status,
    },
    body: { person: 'ada.fall', kind: 'own', ratePpm: 38_000, source: 'CRM', ...body },
  });
}

const neutral = (date: string, territory: WithholdingGrid['territory'] = 'metropole'): Rate => {
  const { ratePpm: _own, ...body } = rate(date).body;
  return { ...rate(date), body: { ...body, kind: 'neutral', territory } };
};

const pay = (taxableNetCents: number, netBeforeTaxCents = taxableNetCents) => ({ taxableNetCents, netBeforeTaxCents });

describe('the rate in force', () => {
  const rates = [rate('2026-03-10', { ratePpm: 50_000 }), rate('2026-01-01'), rate('2026-03-20', {}, 'voided')];
  it.each([
    ['2026-01-01', 38_000],
    ['2026-03-09', 38_000],
    ['2026-03-10', 50_000],
    ['2026-12-31', 50_000],
  ])('on %s is the latest that began by then and stands: %i', (date, ratePpm) => {
    expect(computeWithholding(pay(100_000), date, rates, [])).toMatchObject({ ok: true, value: { ratePpm } });
  });

  it('is not known before the first, nor without any', () => {
    for (const known of [rates, []]) {
      expect(computeWithholding(pay(100_000), '2025-12-31', known, [])).toMatchObject({
        error: { code: 'withholding.noRate', details: { date: '2025-12-31' } },
      });
    }
  });
});

describe('the tax', () => {
  it.each([
    // Taxable net, net before tax, rate, tax.
    [184_237, 179_000, 38_000, 7_001],
    [1_000, 1_000, 500, 1],
    [999, 999, 500, 0],
    [150_000, 145_000, 0, 0],
    [0, 0, 38_000, 0],
    [-500, -400, 38_000, 0],
    [9_999_999_999, 9_999_999_999, 333_333, 3_333_330_000],
  ])('of a taxable net of %i, net %i, at %i ppm is %i, rounded half up', (taxable, net, ratePpm, amountCents) => {
    const done = computeWithholding(pay(taxable, net), '2026-02-01', [rate('2026-01-01', { ratePpm })], []);
    expect(done).toMatchObject({
      value: { baseCents: Math.max(0, taxable), amountCents, netPaidCents: net - amountCents, grid: undefined },
    });
  });
});

describe('the neutral rate', () => {
  const [grid] = KNOWN_GRIDS;
  const data = JSON.parse(
    '{"fromEuros":[0,1591,1653,1759,1877,2006,2113,2253,2666,3052,3476,3913,4566,5475,6851,8557,11877,16086,25251,54088],' +
      '"rate":[0,0.005,0.013,0.021,0.029,0.035,0.041,0.053,0.075,0.099,0.119,0.138,0.158,0.179,0.2,0.24,0.28,0.33,0.38,0.43]}',
  ) as { readonly fromEuros: readonly number[]; readonly rate: readonly number[] };

  it.each(data.fromEuros.map((euros, index) => [euros, data.rate[index] ?? 0, data.rate[index - 1]] as const))(
    'from %i euros on is %f, a cent below %f',
    (euros, at, below) => {
      if (grid === undefined) throw new Error('no grid');
      expect(defaultRate(grid, euros * 100)).toBe(Math.round(at * 1e6));
      if (below !== undefined) expect(defaultRate(grid, euros * 100 - 1)).toBe(Math.round(below * 1e6));
    },
  );

  it('is that of the territory on the day of the payment, and of no other day or place', () => {
    const known = computeWithholding(pay(200_000), '2025-04-30', [neutral('2025-01-01')], []);
    expect(known).toMatchObject({ value: { ratePpm: 29_000, amountCents: 5_800, grid: { from: '2025-01-01' } } });
    for (const [date, place] of [
      ['2025-05-01', 'metropole'],
      ['2024-12-31', 'metropole'],
      ['2025-02-01', 'guyaneMayotte'],
    ] as const) {
      expect(computeWithholding(pay(200_000), date, [neutral('2024-01-01', place)], [])).toMatchObject({
        error: { code: 'withholding.noGrid', details: { date, territory: place } },
      });
    }
  });

  it('comes from a grid that the cooperative entered', () => {
    const entered = makeGrid({ territory: 'guyaneMayotte', from: '2026-05-01', until: '2026-12-31' });
    expect(gridInForce([entered], 'guyaneMayotte', '2026-12-31')).toBe(entered);
    expect(gridInForce([entered], 'guyaneMayotte', '2027-01-01')).toBeUndefined();
    expect(gridInForce([entered], 'metropole', '2026-06-01')).toBeUndefined();
  });
});

function makeGrid(change: Partial<WithholdingGrid> = {}): WithholdingGrid {
  const brackets = [
    { fromCents: 0, ratePpm: 0 },
    { fromCents: 162_000, ratePpm: 5_000 },
    { fromCents: 168_300, ratePpm: 13_000 },
  ];
  return { territory: 'metropole', from: '2026-05-01', until: '2027-04-30', brackets, source: 'LF 2026', ...change };
}

describe('a grid', () => {
  const [first, second, third] = makeGrid().brackets as [object, object, object];
  it.each([
    ['source', { source: ' ' }],
    ['until', { until: '2026-04-30' }],
    ['gridStart', { brackets: [] }],
    ['gridStart', { brackets: [second, third] }],
    ['gridOrder', { brackets: [first, third, second] }],
    ['gridOrder', { brackets: [first, second, second] }],
    ['gridRates', { brackets: [first, second, { ...third, ratePpm: 5_000 }] }],
    ['gridOverlap', { from: '2025-04-30' }],
  ])('with a wrong %s is named: %j', (fault, change) => {
    const grid = makeGrid(change as Partial<WithholdingGrid>);
    expect(findGridFault([grid], KNOWN_GRIDS)).toEqual({ from: grid.from, fault });
  });

  it('stands beside those of other days and other places', () => {
    const grids = [
      makeGrid(),
      makeGrid({ territory: 'antillesReunion' }),
      makeGrid({ from: '2025-05-01', until: '2026-04-30' }),
    ];
    expect(findGridFault(grids, KNOWN_GRIDS)).toBeUndefined();
    expect(findGridFault([...grids, makeGrid({ from: '2027-04-30', until: '2028-01-01' })], KNOWN_GRIDS)).toEqual({
      from: '2027-04-30',
      fault: 'gridOverlap',
    });
    expect(findGridFault(KNOWN_GRIDS, [])).toBeUndefined();
  });
});

describe('a rate', () => {
  it('says one thing, and where it comes from', () => {
    const { body } = rate('2026-01-01');
    const bare = neutral('2026-01-01').body;
    for (const good of [body, { ...body, ratePpm: 0 }, bare]) expect(checkRate(good).ok).toBe(true);
    const { territory: _place, ...nowhere } = bare;
    for (const wrong of [{ ...body, territory: 'metropole' as const }, { ...bare, ratePpm: 0 }, nowhere]) {
      expect(checkRate(wrong)).toMatchObject({ error: { code: 'withholding.rateMissing' } });
    }
    expect(checkRate({ ...body, source: '' })).toMatchObject({ error: { code: 'withholding.sourceMissing' } });
  });

  it('stays that of its person and its day', () => {
    const before = rate('2026-01-01');
    expect(checkRateStep(undefined, before).ok).toBe(true);
    expect(checkRateStep(before, { ...before, body: { ...before.body, ratePpm: 1 } }).ok).toBe(true);
    const invalid = (path: string) => ({ error: { code: 'record.invalid', details: { path } } });
    expect(checkRateStep(before, { ...before, date: '2026-01-02' })).toMatchObject(invalid('date'));
    const other = { ...before, body: { ...before.body, person: 'ben.roux' } };
    expect(checkRateStep(before, other)).toMatchObject(invalid('person'));
    expect(checkRateStep(undefined, { ...before, activityId: 'A1' })).toMatchObject(invalid('activityId'));
  });

  it('has an id of its person and day, of the length that ids may have', () => {
    const id = withholdingRateId('ada.fall', '2026-01-01', hash);
    expect(id).toMatch(/^withholdingRate:[0-9a-f]{16}-20260101$/);
    expect(id).not.toBe(withholdingRateId('ben.roux', '2026-01-01', hash));
  });
});

describe('the day of a payment', () => {
  const asked = { status: 'requested', at: '2026-01-20T08:00:00.000Z', by: 'ada.fall' };
  const paid = { status: 'paid', at: '2026-02-03T08:00:00.000Z', by: 'claire' };
  it('is the one noted, the cooperative’s, or not decided', () => {
    const days = [
      { from: '2026-02-01', day: 31, isNextMonth: false },
      { from: '2025-01-01', day: 5, isNextMonth: true },
    ];
    expect(paymentDateOf('2026-01', [asked, paid], days, '2024-06-15')).toEqual({ kind: 'paid', date: '2026-02-03' });
    expect(paymentDateOf('2026-01', [asked], days, '2024-06-15')).toEqual({ kind: 'planned', date: '2026-02-05' });
    expect(paymentDateOf('2026-02', [asked], days, '2024-06-15')).toEqual({ kind: 'planned', date: '2026-02-28' });
    expect(paymentDateOf('2025-12', [], days, '2024-06-15')).toEqual({ kind: 'planned', date: '2026-01-05' });
    expect(paymentDateOf('2024-12', [asked], days, '2024-06-15')).toEqual({ kind: 'undecided', date: '2024-12-31' });
    expect(paymentDateOf('2024-12', [], [], '2024-06-15')).toEqual({ kind: 'undecided', date: '2024-12-31' });
    expect(paymentDateOf('2026-02', [], days, '2026-02-28').kind).toBe('planned');
    expect(paymentDateOf('2026-02', [asked], days, '2026-03-01')).toEqual({
      ...{ kind: 'passed', date: '2026-03-01', plannedDate: '2026-02-28' },
    });
    expect(paymentDateOf('2024-12', [], [], '2025-01-02')).toEqual({ kind: 'undecided', date: '2025-01-02' });
    expect(paymentDateOf('2026-01', [asked, paid], days, '2026-03-01').kind).toBe('paid');
  });
});
