import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import { OrderedList } from './ordered-list.ts';

const model = sampleEntry(sampleContext(), { date: '2026-03-01', amountCents: 100 });
const record = fc
  .record({ id: fc.integer({ min: 0, max: 12 }), day: fc.integer({ min: 10, max: 14 }) })
  .map(({ id, day }): AnyRecord => ({ ...model, id: `ledgerEntry:${String(id)}`, date: `2026-03-${String(day)}` }));
const step = fc.oneof(
  record.map((next) => ({ id: next.id, next })),
  record.map(({ id }) => ({ id, next: undefined })),
  fc.constant('read' as const),
);

it('shows after any changes, read in between or not, what a list made anew would show', () => {
  fc.assert(
    fc.property(fc.uniqueArray(record, { selector: ({ id }) => id }), fc.array(step), (first, steps) => {
      const list = new OrderedList(first);
      const expected = new Map(first.map((one) => [one.id, one]));
      for (const one of steps) {
        if (one === 'read') expect(list.records).toBe(list.records);
        else {
          const before = expected.get(one.id);
          if (before !== undefined) list.remove(before);
          expected.delete(one.id);
          if (one.next !== undefined) {
            list.put(one.next);
            expected.set(one.id, one.next);
          }
        }
      }
      expect(list.records).toEqual(new OrderedList([...expected.values()]).records);
    }),
  );
});

it('leaves an array that was read as it is', () => {
  const list = new OrderedList([model]);
  const before = list.records;
  list.remove(model);
  expect([before, list.records]).toEqual([[model], []]);
});
