import { describe, expect, it } from 'vitest';
import type { RecordFacts } from './record-facts.ts';
import { RECORD_TYPES, TYPE_NAMES } from './registry.ts';

/** Every status that a type's facts name, by the fact. */
function namedStatuses(facts: RecordFacts) {
  const { first, statuses, editable, reserved, takenBack, month, erasure, judged, handedOut } = facts;
  return {
    first: [first],
    followers: Object.values(statuses).flat(),
    editable,
    reserved,
    takenBack: takenBack === 'none' ? [] : [takenBack],
    month: 'statuses' in month ? month.statuses : [],
    erasure: 'statuses' in erasure && erasure.statuses !== 'every' ? erasure.statuses : [],
    judged: judged === 'every' ? [] : judged,
    handedOut,
  };
}

describe.each(TYPE_NAMES)('the facts of %s', (type) => {
  const facts = RECORD_TYPES[type];

  it('name only statuses of its life', () => {
    for (const [fact, statuses] of Object.entries(namedStatuses(facts))) {
      expect(Object.keys(facts.statuses), fact).toEqual(expect.arrayContaining([...statuses]));
    }
  });

  it('let its making be taken back in one step', () => {
    if (facts.takenBack !== 'none') expect(facts.statuses[facts.first]).toContain(facts.takenBack);
  });

  it('tell the steps of a type that has reserved ones', () => {
    if (facts.reserved.length > 0)
      expect(Object.keys((facts.body as unknown as { shape: object }).shape)).toContain('history');
  });
});
