import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../records/envelope.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { explainedCents } from './account-slack.ts';
import { cutDifference, listDifferences } from './difference.ts';

describe('where two values differ', () => {
  it.each<[string, unknown, unknown, readonly [string, string, string][]]>([
    ['not at all', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['in a member', { a: 1, b: 'x' }, { a: 2, b: 'x' }, [['p.a', '1', '2']]],
    ['in a member that is only there', { a: 1 }, { a: 1, b: 'x' }, [['p.b', '', '"x"']]],
    ['in a member that is only expected', { a: 1, b: [] }, { a: 1 }, [['p.b', '[]', '']]],
    ['in one of a list', [1, 2, 3], [1, 9, 3], [['p.1', '2', '9']]],
    ['deep inside', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, [['p.a.0.b', '1', '2']]],
    ['in the length of a list', [1], [1, 2], [['p', '[1]', '[1,2]']]],
    ['a list for an object', [], {}, [['p', '[]', '{}']]],
    ['null for an object', { a: 1 }, null, [['p', '{"a":1}', 'null']]],
    ['nothing for null', undefined, null, [['p', '', 'null']]],
    ['a number for its text', 1, '1', [['p', '1', '"1"']]],
  ])('%s', (_, expected, found, differences) => {
    expect(listDifferences('p', expected, found)).toEqual(
      differences.map(([path, one, other]) => ({ path, expected: one, found: other })),
    );
  });

  it('is told in 200 characters at most', () => {
    const long = 'x'.repeat(200);
    expect(cutDifference({ path: long, expected: `${long}y`, found: 'z' })).toEqual({
      ...{ path: long, expected: `${'x'.repeat(197)}...`, found: 'z' },
    });
    const [difference] = listDifferences('x'.repeat(201), 'a'.repeat(300), 1);
    expect(difference?.path).toBe(`${'x'.repeat(197)}...`);
    expect(difference?.expected).toHaveLength(200);
  });
});

describe('by how much a device may not have known its account', () => {
  const mine = { user: 'lea', device: 'D1' };
  const context = sampleContext();
  const at = '2026-03-10T08:00:00.000Z';
  const own = <R extends AnyRecord>(record: R): R => ({ ...record, createdBy: mine, updatedBy: mine, updatedAt: at });
  const entry = own(sampleEntry(context, { date: '2026-03-02', amountCents: -500 }));
  const foreign = { ...entry, createdBy: { user: 'lea', device: 'D2' } };
  const of = (...records: AnyRecord[]): number => explainedCents(records, 'D1', at, '2026-03-12');

  it('by nothing of what it wrote itself before', () => {
    expect(of(entry, own(samplePayment(context, { date: '2026-03-02', invoiceId: 'i', amountCents: 7 })))).toBe(0);
  });

  it('by what another device wrote first or last', () => {
    expect(of(foreign)).toBe(500);
    expect(of({ ...entry, updatedBy: { user: 'lea', device: 'D2' } })).toBe(500);
  });

  it('by what changed since, up to the last day, and not by what is still to come', () => {
    const changed = (updatedAt: string) => of({ ...entry, updatedAt });
    expect(changed('2026-03-10T08:00:00.001Z')).toBe(500);
    expect(changed('2026-03-12T23:59:59.999Z')).toBe(500);
    expect(changed('2026-03-13T00:00:00.000Z')).toBe(0);
  });

  it('adds the sizes of all that moves money', () => {
    const draft = { ...sampleInvoice(context, { date: '2026-03-02', netCents: -100, vatCents: -20 }) };
    const elsewhere = (record: AnyRecord): AnyRecord => ({ ...record, createdBy: { user: 'x', device: 'X' } });
    const sizes: [AnyRecord, number][] = [
      [entry, 500],
      [{ ...entry, type: 'expense' }, 500],
      [samplePayment(context, { date: '2026-03-02', invoiceId: 'i', amountCents: -7 }), 7],
      [draft, 0],
      [{ ...draft, status: 'issued' }, 120],
      [{ ...entry, type: 'salaryStatement', body: { totals: { totalCostCents: -30 } } }, 30],
      [{ ...entry, type: 'abroadPay', body: { input: { budgetMinor: 11 } } }, 11],
      [{ ...entry, type: 'customer', body: { input: { budgetMinor: 11 } } }, 0],
    ];
    for (const [record, cents] of sizes) expect(of(elsewhere(record)), record.type).toBe(cents);
    expect(of(...sizes.map(([record]) => elsewhere(record)))).toBe(500 + 500 + 7 + 120 + 30 + 11);
  });
});
