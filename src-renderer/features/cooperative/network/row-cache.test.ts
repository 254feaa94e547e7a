import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { DemoCooperative } from '../../../../shared/demo/build-demo-cooperative.ts';
import { buildDemoCooperative } from '../../../../shared/demo/build-demo-cooperative.ts';
import { groupByActivity } from '../../../../shared/network/group-by-activity.ts';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { computeActivityFigures } from '../../../data/activity-figures.ts';
import { createRowCache } from './row-cache.ts';

const TODAY = '2026-09-17';
const hash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** The order in which the server's copy hands records out has nothing to do with the order of a book. */
function mixed(records: readonly AnyRecord[]): AnyRecord[] {
  return records.toSorted((a, b) =>
    (a.edits[0] ?? '')
      .split('')
      .reverse()
      .join('')
      .localeCompare((b.edits[0] ?? '').split('').reverse().join('')),
  );
}

describe('rows of the demonstration network', () => {
  let demo: DemoCooperative;
  let rows: ReadonlyMap<string, NetworkRow>;
  beforeAll(() => {
    demo = buildDemoCooperative(TODAY, hash);
    const network = mixed(demo.activities.flatMap(({ records }) => records));
    const rowOf = createRowCache();
    const context = { cooperative: demo.cooperative, today: TODAY, isIncomplete: () => false };
    rows = new Map([...groupByActivity(network)].map(([id, records]) => [id, rowOf(id, records, context)]));
  });

  it('holds every activity once', () => {
    expect([...rows.keys()].sort()).toEqual(demo.activities.map(({ activityId }) => activityId).sort());
  });

  it('shows the coordinator what each member sees, to the cent', () => {
    for (const { activityId, records, displayName } of demo.activities) {
      const member = unwrap(computeActivityFigures(records, demo.cooperative, TODAY));
      expect(rows.get(activityId), displayName).toMatchObject({
        entrepreneur: displayName,
        currency: member.settings.body.currency,
        amounts: {
          balanceCents: member.account.balanceCents,
          toCollectCents: member.toCollectCents,
          overdueCents: member.overdueCents,
          turnoverCents: member.account.months
            .filter(({ month }) => month >= '2026-01')
            .reduce((sum, { collectedCents }) => sum + collectedCents, 0),
        },
      });
    }
  });

  it('is not a table of zeros', () => {
    const amounts = [...rows.values()].map((row) => row.amounts);
    expect(amounts.filter((each) => (each?.balanceCents ?? 0) !== 0).length).toBeGreaterThanOrEqual(12);
    expect(amounts.some((each) => (each?.overdueCents ?? 0) > 0)).toBe(true);
  });
});

describe('createRowCache', () => {
  it('computes again only when the records, the day or the rules change', () => {
    const demo = buildDemoCooperative(TODAY, hash);
    const [activity] = demo.activities;
    if (activity === undefined) throw new Error('the demonstration is empty');
    const { activityId: id, records } = activity;
    const rowOf = createRowCache();
    const context = { cooperative: demo.cooperative, today: TODAY, isIncomplete: () => false };
    const first = rowOf(id, records, context);
    expect(rowOf(id, records, { ...context })).toBe(first);
    expect(rowOf(id, [...records], context)).not.toBe(first);
    expect(rowOf(id, records, { ...context, isIncomplete: () => true }).isIncomplete).toBe(true);
    expect(rowOf(id, records, context).isIncomplete).toBe(false);
    expect(rowOf(id, records, { ...context, cooperative: undefined }).problem?.code).toBe('salary.noContract');
    expect(rowOf(id, records, { ...context, today: '2026-01-01' }).amounts).not.toEqual(first.amounts);
  });
});
