import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taxIncludedIn } from '../money/rate.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { EDITS_KEPT } from '../records/envelope.ts';
import { reviseRecord } from '../records/write-record.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry, sampleInvoice } from '../testing/sample-records.ts';
import type { Conflict, Decision } from './decide-conflict.ts';
import { decideConflict, listDifferingFields } from './decide-conflict.ts';

const here = sampleContext('lea.morvan', 'here');
const there = sampleContext('lea.morvan', 'there');
const base = { ...sampleEntry(here, { date: '2026-03-02', amountCents: 100 }), rev: '1-a' };
const change = fc.record(
  {
    label: fc.constantFrom('a', 'b', 'c'),
    note: fc.constantFrom('x', 'y'),
    amountCents: fc.integer({ min: -9, max: 9 }),
  },
  { requiredKeys: [] },
);

function edit(context: typeof here, record: AnyRecord, body: object, rev = record.rev): AnyRecord {
  return { ...reviseRecord(context, record, { body: { ...record.body, ...body } }), rev };
}

const decide = (conflict: Conflict): Decision => decideConflict(conflict, 'fresh');

describe('conflicts', () => {
  it('recognises an own write that came back', () => {
    const mine = edit(here, base, { label: 'mine' });
    const server = { ...mine, rev: '2-b' };
    expect(decide({ mine, server, base })).toEqual({ record: server, copy: undefined });
  });

  it('recognises an own second edit after a lost answer', () => {
    const first = edit(here, base, { label: 'first' });
    const second = edit(here, first, { label: 'second' });
    const decision = decide({ mine: second, server: { ...first, rev: '2-b' }, base });
    expect(decision).toEqual({ record: { ...second, rev: '2-b' }, copy: undefined });
  });

  it('takes the server when it descends from mine', () => {
    const mine = edit(here, base, { label: 'mine' });
    const server = edit(there, mine, { label: 'theirs' }, '3-c');
    expect(decide({ mine, server, base: undefined })).toEqual({ record: server, copy: undefined });
  });

  it('keeps both when mine was not made on what this device believed the server had', () => {
    const server = edit(here, base, { label: 'sent before' }, '2-b');
    const mine = edit(here, base, { label: 'made on the version before that' });
    const { record, copy } = decide({ mine, server, base: server });
    expect(record.body).toMatchObject({ label: 'sent before' });
    expect(copy?.record).toEqual(mine);
  });

  it('trusts what this device believed once a long work without a line filled the ancestry', () => {
    let mine: AnyRecord = base;
    for (let count = 0; count < 15; count += 1) mine = edit(here, mine, { label: String(count) });
    expect(decide({ mine, server: base, base })).toEqual({ record: mine, copy: undefined });
  });

  it('loses no value that anybody typed', () => {
    fc.assert(
      fc.property(change, change, (ours, theirs) => {
        const mine = edit(here, base, ours);
        const server = edit(there, base, theirs, '2-b');
        const { record, copy } = decide({ mine, server, base });
        for (const [key, value] of Object.entries(ours)) {
          const isKept = record.body[key] === value || copy?.record.body[key] === value;
          expect(isKept, `${key} of mine`).toBe(true);
        }
        for (const [key, value] of Object.entries(theirs)) {
          // Where only the server changed a member, or both did, the server's value stands.
          if (value !== base.body[key]) expect(record.body[key], `${key} of theirs`).toBe(value);
        }
        expect(record.rev).toBe('2-b');
      }),
    );
  });

  it('ends: the merged record descends from both sides, so no device sees a conflict again', () => {
    fc.assert(
      fc.property(change, change, (ours, theirs) => {
        const mine = edit(here, base, ours);
        const server = edit(there, base, theirs, '2-b');
        const merged = { ...decide({ mine, server, base }).record, rev: '3-c' };
        expect(decide({ mine, server: merged, base })).toEqual({ record: merged, copy: undefined });
        expect(decide({ mine: server, server: merged, base })).toEqual({ record: merged, copy: undefined });
      }),
    );
  });

  it('descends from the newest edits of both sides by turns, no more of them than a record keeps', () => {
    const named = (side: string) => Array.from({ length: 12 }, (_, index) => `${side}${String(index)}`);
    const mine = { ...edit(here, base, { note: 'x' }), edits: [...named('m'), 'old'] };
    const server = { ...edit(there, base, { label: 'y' }, '2-b'), edits: [...named('s').slice(0, 2), 'm1'] };
    const { record } = decide({ mine, server, base: undefined });
    const { edits } = record;
    expect(edits).toHaveLength(EDITS_KEPT);
    expect(edits.slice(0, 6)).toEqual(['fresh', 'm0', 's0', 'm1', 's1', 'm2']);
    expect(edits).not.toContain(undefined);
    expect(new Set(edits).size).toBe(edits.length);
  });

  it('lets a void stand that both made, and both edits of what was voided', () => {
    const gone = { ...base, status: 'voided' };
    const mine = edit(here, gone, { note: 'mine' });
    const server = edit(there, gone, { label: 'theirs' }, '2-b');
    expect(decide({ mine, server, base: gone })).toMatchObject({
      record: { status: 'voided', body: { note: 'mine', label: 'theirs' } },
      copy: undefined,
    });
    const back = { ...mine, status: 'active' };
    expect(decide({ mine: back, server, base: gone }).record.status).toBe('active');
    expect(decide({ mine, server: { ...server, status: 'active' }, base: gone }).record.status).toBe('active');
  });

  it('without a known base keeps what only one side has, and the server’s where both have another', () => {
    const mine = reviseRecord(here, base, { date: '2026-03-05', body: { ...base.body, note: 'mine' } });
    const server = edit(there, base, { label: 'theirs' }, '2-b');
    const { record, copy } = decide({ mine, server, base: undefined });
    expect(record).toMatchObject({ date: base.date, body: { note: 'mine', label: 'theirs' } });
    expect(copy).toMatchObject({ record: mine, fields: ['label', 'date'], reason: 'clash' });
  });

  it('has nothing to send where both came to the same apart from each other', () => {
    const server = edit(there, base, { label: 'same' }, '2-b');
    expect(decide({ mine: edit(here, base, { label: 'same' }), server, base })).toEqual({
      record: server,
      copy: undefined,
    });
    const imported = (record: AnyRecord) => ({ ...record, type: 'bankImport', status: 'imported' });
    const there2 = imported(server);
    const mine = imported(edit(here, base, { label: 'same' }));
    expect(decide({ mine, server: there2, base: undefined })).toEqual({ record: there2, copy: undefined });
  });

  it('takes away what only this device took away', () => {
    const noted = edit(here, base, { note: 'x' });
    const { note: _gone, ...body } = noted.body;
    const mine = reviseRecord(here, noted, { body });
    const server = edit(there, noted, { label: 'theirs' }, '2-b');
    const { record, copy } = decide({ mine, server, base: noted });
    expect(record.body).toStrictEqual({ ...base.body, label: 'theirs' });
    expect(copy).toBeUndefined();
  });

  it('takes the whole price of the server where one changed the amount and the other the currency', () => {
    const mine = edit(here, base, { amountCents: 777 });
    const server = edit(there, base, { currency: 'MGA' }, '2-b');
    const { record, copy } = decide({ mine, server, base });
    expect(record.body).toEqual(server.body);
    expect(copy).toEqual({ record: mine, fields: ['amountCents', 'currency'], reason: 'clash' });
  });

  it('names what differs, the status and the date last', () => {
    const other = { ...reviseRecord(here, base, { date: '2026-03-05', status: 'voided' }) };
    expect(listDifferingFields(base, base)).toEqual([]);
    expect(listDifferingFields(other, base)).toEqual(['status', 'date']);
    expect(listDifferingFields(edit(here, other, { note: 'x', label: 'y' }), base)).toEqual([
      'label',
      'note',
      'status',
      'date',
    ]);
  });

  it('keeps the version whose date clashes', () => {
    const mine = reviseRecord(here, base, { date: '2026-03-05' });
    const server = { ...reviseRecord(there, base, { date: '2026-03-09' }), rev: '2-b' };
    const { record, copy } = decide({ mine, server, base });
    expect(record.date).toBe('2026-03-09');
    expect(copy).toEqual({ record: mine, fields: ['date'], reason: 'clash' });
    expect(decide({ mine, server: edit(there, base, { label: 'theirs' }, '2-b'), base })).toMatchObject({
      record: { date: '2026-03-05', body: { label: 'theirs' } },
      copy: undefined,
    });
  });

  it('never mixes an amount of one side with the VAT of the other', () => {
    const price = (amountCents: number, vatRatePpm: number) => ({
      amountCents,
      vatRatePpm,
      vatCents: taxIncludedIn(amountCents, vatRatePpm),
    });
    const entry = { ...base, body: { ...base.body, ...price(12_000, 200_000) } };
    const mine = edit(here, entry, { ...price(24_000, 200_000), note: 'mine' });
    const server = edit(there, entry, price(12_000, 100_000), '2-b');
    const { record, copy } = decide({ mine, server, base: entry });
    expect(record.body).toEqual({ ...server.body, note: 'mine' });
    expect(copy).toEqual({ record: mine, fields: ['amountCents', 'vatCents', 'vatRatePpm'], reason: 'clash' });
    const relabelled = edit(there, entry, { label: 'theirs' }, '2-b');
    expect(decide({ mine, server: relabelled, base: entry })).toMatchObject({
      record: { body: { ...mine.body, label: 'theirs' } },
      copy: undefined,
    });
  });

  it('merges the hours of one week cell by cell', () => {
    const rows = (monday: number, tuesday: number) => ({
      rows: [{ deal: 'Kerbiriou', minutes: [monday, tuesday, 0, 0, 0, 0, 0] }],
    });
    const week = { ...base, type: 'timesheetWeek', body: rows(0, 0) };
    const mine = edit(here, week, rows(60, 0));
    const server = edit(there, week, rows(0, 90), '2-b');
    const merged = { record: { body: rows(60, 90) }, copy: undefined };
    expect(decide({ mine, server, base: week })).toMatchObject(merged);
    expect(decide({ mine, server, base: undefined }), 'begun on both').toMatchObject(merged);
    const { record, copy } = decide({ mine, server: edit(there, week, rows(30, 90), '2-b'), base: week });
    expect(record.body).toEqual(rows(30, 90));
    expect(copy).toEqual({ record: mine, fields: ['rows'], reason: 'clash' });
  });

  it('mixes no two versions of the format', () => {
    const mine = edit(here, base, { label: 'mine' });
    const server = { ...edit(there, base, { note: 'theirs' }, '2-b'), schemaVersion: base.schemaVersion + 1 };
    const { record, copy } = decide({ mine, server, base });
    expect(record).toEqual(server);
    expect(copy).toMatchObject({ record: mine, reason: 'clash' });
  });

  it.each([
    ['a schema version', { schemaVersion: base.schemaVersion + 1 }],
    ['a type', { type: 'laterNote', status: 'announced' }],
    ['a type, taken back,', { type: 'laterNote', status: 'voided' }],
  ])('mixes nothing of %s that it does not know: the server’s stays, the other is kept', (_name, members) => {
    const mine = { ...edit(here, base, { label: 'mine' }), ...members };
    const server = { ...edit(there, base, { note: 'theirs' }, '2-b'), ...members };
    const { record, copy } = decide({ mine, server, base: { ...base, ...members } });
    expect(record).toEqual(server);
    expect(copy?.record).toEqual(mine);
  });

  it('lets what was issued here stand although a newer Sillon went on with the draft, which is kept', () => {
    const draft = { ...sampleInvoice(here, { date: '2026-03-02', netCents: 100, vatCents: 20 }), rev: '1-a' };
    const mine = reviseRecord(here, draft, { status: 'issued' });
    const server = { ...reviseRecord(there, draft, { body: { ...draft.body } }), rev: '2-b', schemaVersion: 2 };
    const { record, copy } = decide({ mine, server, base: draft });
    expect(record).toMatchObject({ status: 'issued', schemaVersion: 1, rev: '2-b' });
    expect(copy).toMatchObject({ record: server, reason: 'mineIsFinal' });
  });

  it('keeps no copy of a copy: that a conflict was settled is no typing', () => {
    const mine = { ...edit(here, base, { label: 'mine' }), type: 'conflictCopy', status: 'settled' };
    const server = { ...edit(there, base, { label: 'theirs' }, '2-b'), type: 'conflictCopy', status: 'open' };
    expect(decide({ mine, server, base })).toEqual({ record: server, copy: undefined });
  });

  it('takes the server’s of what is final and was sent once more: there it can no longer change', () => {
    const draft = { ...sampleInvoice(here, { date: '2026-03-02', netCents: 100, vatCents: 20 }), rev: '1-a' };
    const issued = reviseRecord(here, draft, { status: 'issued' });
    const server = { ...issued, rev: '2-b' };
    const again = reviseRecord(here, issued, {});
    expect(decide({ mine: again, server, base: draft })).toEqual({ record: server, copy: undefined });
  });

  it('lets the edit win over a void', () => {
    const mine = { ...edit(here, base, { label: 'kept' }) };
    const server = { ...reviseRecord(there, base, { status: 'voided' }), rev: '2-b' };
    expect(decide({ mine, server, base }).record).toMatchObject({ status: 'active', body: { label: 'kept' } });
  });

  it('never changes a final record and keeps the other side whole', () => {
    const draft = { ...sampleInvoice(here, { date: '2026-03-02', netCents: 100, vatCents: 20 }), rev: '1-a' };
    const numbered = (number: string) => ({ status: 'issued', body: { ...draft.body, number } });
    const issuedHere = reviseRecord(here, draft, numbered('A-1'));
    const issuedThere = { ...reviseRecord(there, draft, numbered('B-1')), rev: '2-b' };
    const editedHere = edit(here, draft, { subject: 'mine' });
    const editedThere = edit(there, draft, { subject: 'theirs' }, '2-b');
    expect(decide({ mine: editedHere, server: issuedThere, base: draft })).toEqual({
      record: issuedThere,
      copy: { record: editedHere, fields: ['number', 'subject', 'status'], reason: 'serverIsFinal' },
    });
    expect(decide({ mine: issuedHere, server: issuedThere, base: draft })).toMatchObject({
      record: issuedThere,
      copy: { record: issuedHere, fields: ['number'], reason: 'bothFinal' },
    });
    const same = { ...reviseRecord(there, draft, numbered('A-1')), rev: '2-b' };
    expect(decide({ mine: issuedHere, server: same, base: draft })).toEqual({ record: same, copy: undefined });
    const kept = decide({ mine: issuedHere, server: editedThere, base: draft });
    expect(kept.record).toMatchObject({ status: 'issued', body: issuedHere.body, rev: '2-b' });
    expect(kept.copy).toMatchObject({ record: editedThere, reason: 'mineIsFinal' });
  });
});

/** An edit of an entry or of a draft on one device: members, date, and perhaps its void or its issue. */
const anyEdit = (status: string) =>
  fc
    .record({ body: change, date: fc.constantFrom(undefined, '2026-03-03', '2026-03-04'), isMoved: fc.boolean() })
    .map(({ body, date, isMoved }) => (context: typeof here, record: AnyRecord, rev: string): AnyRecord => ({
      ...reviseRecord(context, record, {
        body: { ...record.body, ...body },
        date: date ?? record.date,
        status: isMoved ? status : record.status,
      }),
      rev,
    }));

const invoice = { ...sampleInvoice(here, { date: '2026-03-02', netCents: 100, vatCents: 20 }), rev: '1-a' };

describe.each([
  { of: 'an entry that may be voided', start: base, edits: anyEdit('voided') },
  { of: 'an invoice that may be issued', start: invoice, edits: anyEdit('issued') },
])('two concurrent edits of $of', ({ start, edits }) => {
  const members = (record: AnyRecord): Record<string, unknown> => ({ ...record.body, date: record.date });
  const outcome = ({ record }: Decision) => ({ body: record.body, date: record.date, status: record.status });

  it('end alike whichever reaches the server first', () => {
    fc.assert(
      fc.property(edits, edits, (editHere, editThere) => {
        const [one, two] = [editHere(here, start, '1-a'), editThere(there, start, '1-a')];
        const oneFirst = decide({ mine: two, server: { ...one, rev: '2-b' }, base: start });
        const twoFirst = decide({ mine: one, server: { ...two, rev: '2-c' }, base: start });
        for (const typed of [one, two]) {
          for (const [name, value] of Object.entries(members(typed))) {
            if (value === members(start)[name]) continue;
            for (const { record, copy } of [oneFirst, twoFirst]) {
              const kept = [record, copy?.record].map((version) => version && members(version)[name]);
              expect(kept, name).toContain(value);
            }
          }
        }
        const isOneOfTwoFinal = (one.status === 'issued') !== (two.status === 'issued');
        const isFree = oneFirst.copy === undefined && twoFirst.copy === undefined;
        if (isFree || isOneOfTwoFinal) expect(outcome(oneFirst)).toEqual(outcome(twoFirst));
        expect(oneFirst.copy === undefined).toBe(twoFirst.copy === undefined);
      }),
    );
  });

  it('are decided once: deciding again with the result changes nothing', () => {
    fc.assert(
      fc.property(edits, edits, (editHere, editThere) => {
        const mine = editHere(here, start, '1-a');
        const server = editThere(there, start, '2-b');
        const { record } = decide({ mine, server, base: start });
        expect(decide({ mine: record, server, base: start })).toEqual({ record, copy: undefined });
        const pushed = { ...record, rev: '3-c' };
        expect(decide({ mine: record, server: pushed, base: server })).toEqual({ record: pushed, copy: undefined });
        expect(decide({ mine: server, server: pushed, base: start })).toEqual({ record: pushed, copy: undefined });
      }),
    );
  });
});
