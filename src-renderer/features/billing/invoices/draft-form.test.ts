import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import type { DraftForm } from './draft-form.ts';
import { blankForm, findTypedFaults, formOf, readForm } from './draft-form.ts';
import { DraftJournal, isJournalNewer, isUntouched } from './draft-journal.ts';
import { addLine, moveLine, removeLine, setLine } from './edit-lines.ts';

const TODAY = '2026-03-10';

function withLine(change: Partial<DraftForm['lines'][number]>): DraftForm {
  const form = blankForm(TODAY, 200_000);
  return { ...form, lines: setLine(form.lines, '1', change) };
}

function recordOf(form: DraftForm, termsDays: number): RecordOf<'invoice'> {
  const { date, ...body } = readForm(form, termsDays, TODAY).draft;
  const context = { author: { user: 'u', device: 'D1' }, clock: () => '2026-03-10T10:00:00.000Z', newId: () => 'E1' };
  const totals = { byRate: [], netCents: 0, vatCents: 0, grossCents: 0 };
  const fixed = { number: '', series: '', sequence: 0, currency: 'EUR', totals };
  return createRecord(context, {
    type: 'invoice',
    activityId: 'A',
    date,
    status: 'draft',
    body: { ...fixed, ...body },
  });
}

describe('readForm', () => {
  it('reads commas and dots, and names what it cannot read', () => {
    const reading = readForm(withLine({ quantity: '2,5', unitPrice: 'dix' }), 30, TODAY);
    expect(reading.draft.lines[0]).toMatchObject({ quantity: '2.5', unitPrice: '0' });
    expect(reading.unreadable).toEqual([{ key: '1', field: 'unitPrice' }]);
  });

  it('names what keeps the typed lines from being issued: what cannot be read, what is not there', () => {
    const faultsOf = (change: Partial<DraftForm['lines'][number]>) => {
      const form = withLine(change);
      return findTypedFaults(form, readForm(form, 30, TODAY)).map(({ code, details }) => [code, details?.['line']]);
    };
    expect(faultsOf({ description: 'Conseil', quantity: '2,5 j', unitPrice: '100' })).toEqual([
      ['billing.lineUnreadable', 1],
    ]);
    expect(faultsOf({ description: 'Conseil', quantity: '1', unitPrice: '12,345,6' })).toEqual([
      ['billing.lineUnreadable', 1],
    ]);
    expect(faultsOf({ description: 'Conseil', quantity: '1', unitPrice: '' })).toEqual([
      ['billing.linePriceMissing', 1],
    ]);
    expect(faultsOf({ description: 'Offert', quantity: '1', unitPrice: '0' })).toEqual([]);
    expect(faultsOf({})).toEqual([]);
  });

  it('follows the terms until a due date is chosen', () => {
    expect(readForm(blankForm(TODAY, 0), 45, TODAY).draft.dueDate).toBe('2026-04-24');
    expect(readForm({ ...blankForm(TODAY, 0), ownDueDate: '2026-05-01' }, 45, TODAY).draft.dueDate).toBe('2026-05-01');
  });

  it('keeps a reason without VAT only while a line has none', () => {
    const form = { ...withLine({ vatRatePpm: 0 }), vatExemption: 'export' };
    expect(readForm(form, 30, TODAY).draft.vatExemption).toBe('export');
    const taxed = { ...form, lines: setLine(form.lines, '1', { vatRatePpm: 200_000 }) };
    expect(readForm(taxed, 30, TODAY).draft.vatExemption).toBe('');
  });

  it('gives the same draft after a round through the record', () => {
    const form = { ...withLine({ description: 'a', quantity: '1,5', unitPrice: '1234.5' }), subject: 's', note: 'n' };
    const again = formOf(recordOf(form, 30), 30, 'fr');
    expect(readForm(again, 30, TODAY).draft).toEqual(readForm(form, 30, TODAY).draft);
    expect(again.lines[0]).toMatchObject({ quantity: '1,5', unitPrice: '1234,50' });
    expect(again.ownDueDate).toBe('');
    expect(formOf(recordOf(form, 30), 45, 'en').ownDueDate).toBe('2026-04-09');
  });
});

describe('lines', () => {
  const lines = addLine(addLine(blankForm(TODAY, 55_000).lines, 200_000), 200_000);

  it('adds a line like the one before', () => {
    expect(lines.map(({ vatRatePpm }) => vatRatePpm)).toEqual([55_000, 55_000, 55_000]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
  });

  it('moves and removes, and never leaves the invoice without a line', () => {
    const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key).join('');
    expect(keys(moveLine(lines, '3', -1))).toBe('132');
    expect(keys(moveLine(lines, '1', -1))).toBe('123');
    expect(keys(removeLine(lines, '2', 0))).toBe('13');
    expect(removeLine([...lines].slice(0, 1), '1', 100_000)).toHaveLength(1);
  });
});

describe('DraftJournal', () => {
  function memory() {
    const map = new Map<string, string>();
    return {
      get length() {
        return map.size;
      },
      key: (index: number) => [...map.keys()][index] ?? null,
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    };
  }

  it('keeps drafts of two persons apart and forgets only what nobody typed', () => {
    const storage = memory();
    const mine = new DraftJournal(storage, 'mine');
    const blank = blankForm(TODAY, 0);
    mine.write('a', { form: blank, baseEdit: '', at: '2026-03-01T00:00:00.000Z' });
    mine.write('b', { form: { ...blank, subject: 'typed' }, baseEdit: '', at: '2026-03-01T00:00:00.000Z' });
    mine.write('c', { form: blank, baseEdit: '', at: '2026-03-10T08:00:00.000Z' });
    new DraftJournal(storage, 'other').write('a', { form: blank, baseEdit: '', at: '2026-03-01T00:00:00.000Z' });
    mine.removeUntouched('2026-03-10T00:00:00.000Z');
    expect([mine.read('a'), mine.read('b')?.form.subject, mine.read('c')?.at]).toEqual([
      undefined,
      'typed',
      '2026-03-10T08:00:00.000Z',
    ]);
    expect(new DraftJournal(storage, 'other').read('a')).toBeDefined();
    expect(isUntouched(blank)).toBe(true);
  });

  it('does not read what it did not write', () => {
    const storage = memory();
    storage.setItem('sillon-draft:mine:a', '{"format":1,"entry":{"form":{}}}');
    storage.setItem('sillon-draft:mine:b', 'nonsense');
    const journal = new DraftJournal(storage, 'mine');
    expect([journal.read('a'), journal.read('b')]).toEqual([undefined, undefined]);
  });

  it('wins over the record it started from, and over a save that more was typed during', () => {
    const record = recordOf(blankForm(TODAY, 0), 30);
    const entry = (baseEdit: string, at: string) => ({ form: blankForm(TODAY, 0), baseEdit, at });
    expect(isJournalNewer(entry('E1', '2026-01-01T00:00:00.000Z'), record, 'D1')).toBe(true);
    expect(isJournalNewer(entry('E0', '2026-03-10T10:00:00.001Z'), record, 'D1')).toBe(true);
    expect(isJournalNewer(entry('E0', '2026-03-10T09:59:59.000Z'), record, 'D1')).toBe(false);
    expect(isJournalNewer(entry('E0', '2026-03-10T10:00:00.001Z'), record, 'D2')).toBe(false);
  });
});
