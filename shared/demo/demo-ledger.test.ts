import { describe, expect, it } from 'vitest';
import { createLedgerRowBuilder } from '../ledger/ledger-row.ts';
import { listMovements } from '../ledger/list-movements.ts';
import { COUNTED_TYPES, isCounted } from '../records/counted.ts';
import { isOfType, RECORD_TYPES } from '../records/registry.ts';
import { hash } from '../testing/hash.ts';
import { buildDemoCooperative } from './build-demo-cooperative.ts';

const { activities } = buildDemoCooperative('2026-09-17', hash);

const valueAt = (body: object, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (found as Readonly<Record<string, unknown>>)[name], body);

describe('the ledger of a whole cooperative', () => {
  it('has every type that counts, and their facts name amounts', () => {
    const counted = activities.flatMap(({ records }) => records.filter(isCounted));
    expect(new Set(counted.map(({ type }) => type))).toEqual(new Set(COUNTED_TYPES));
    for (const { type, body } of counted) {
      const { counts } = RECORD_TYPES[type];
      if (counts === 'nothing') throw new Error(type);
      for (const path of [counts.plus, counts.minus ?? counts.plus]) {
        expect(valueAt(body, path), `${type} ${path}`).toSatisfy(Number.isSafeInteger);
      }
    }
  });

  it.each(activities)('shows all that moves the account of $activityId', ({ records }) => {
    const entries = records.filter((record) => isOfType(record, 'ledgerEntry'));
    const others = records.filter((record) => !isOfType(record, 'ledgerEntry'));
    const currency = records.find((record) => isOfType(record, 'activitySettings'))?.body.currency ?? '';
    const rows = createLedgerRowBuilder()({ entries, others, currency });
    const moved = listMovements(records, currency).filter(({ kind }) => kind !== 'invoiced');
    expect(rows.reduce((sum, { netCents }) => sum + netCents, 0)).toBe(
      moved.reduce((sum, { amountCents }) => sum + amountCents, 0),
    );
    const shown = new Set(rows.map(({ recordId }) => recordId));
    expect(moved.filter(({ recordId }) => !shown.has(recordId))).toEqual([]);
  });
});
