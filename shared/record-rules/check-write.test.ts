import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { computeInvoiceTotals, proveInvoiceTotals } from '../billing/invoice-totals.ts';
import { BUILT_IN_RULES } from '../cooperative/published-rules.ts';
import { makeActivity, makeRecord } from '../cooperative/rules.test-support.ts';
import { SMALL_SIZE } from '../records/record-facts.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { createRecord, reviseRecord } from '../records/write-record.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import { createAbroadPay } from '../pay/abroad-request.ts';
import { computeAbroadPay } from '../pay/compute-abroad-pay.ts';
import { createStatement } from '../pay/pay-request.ts';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_ACTIVITY, sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { weekDigest } from '../timesheets/week-id.ts';
import { payPlanId } from '../planning/pay-plan-id.ts';
import { checkArrival } from './check-arrival.ts';
import { checkFigures } from './check-figures.ts';
import type { JudgedWrite, Place } from './check-write.ts';
import { checkWrite } from './check-write.ts';
import { MAX_DIFFERENCES } from './difference.ts';
import { checkOwnPlanId, checkOwnWeekId } from './own-id.ts';
import { referencesOf, rulesOf } from './rules-table.ts';

const context = sampleContext('lea.morvan');
const member = { name: 'lea.morvan', roles: ['member'] };
const entry: AnyRecord = sampleEntry(context, { date: '2026-03-02', amountCents: 12_000, vatCents: 2_000 });
const draft: AnyRecord = sampleInvoice(context, { date: '2026-03-02', netCents: 0, vatCents: 0 });
const later: AnyRecord = { ...entry, type: 'laterNote', id: 'laterNote:1' };
const tools = { hash, versions: BUILT_IN_RULES.versions };

function judged(before: AnyRecord | undefined, after: AnyRecord, change: Partial<JudgedWrite> = {}): JudgedWrite {
  return { before, after, writer: member, published: BUILT_IN_RULES, hash, isIncomplete: false, ...change };
}

/** What a write answers at a place: `ok` or the code of its fault. */
function at(place: Place, write: JudgedWrite): string {
  const result = checkWrite(write, place);
  return result.ok ? 'ok' : result.error.code;
}

const step = (status: string, by = 'lea.morvan') => ({ status, at: '2026-03-01T08:00:00.000Z', by });
const pay = (status: string, history: object[]): AnyRecord => ({
  ...entry,
  ...{ type: 'salaryStatement', id: 'salaryStatement:1', status, body: { history } },
});
const voided = { ...entry, status: 'voided' };
const closed = { published: { ...BUILT_IN_RULES, closedThrough: '2026-03' } };
const incomplete = { isIncomplete: true };

describe('what a write answers for, on the device and where it arrives', () => {
  it.each<[string, JudgedWrite, string, string]>([
    ['a good entry', judged(undefined, entry), 'ok', 'ok'],
    ['a good change', judged(entry, reviseRecord(context, entry, { date: '2026-03-05' })), 'ok', 'ok'],
    ['a body that is none', judged(undefined, { ...entry, body: {} }), 'record.invalid', 'ok'],
    [
      'what is too large',
      judged(undefined, { ...entry, body: { ...entry.body, laterNote: 'x'.repeat(SMALL_SIZE) } }),
      'record.tooLarge',
      'record.tooLarge',
    ],
    [
      'a moment of another century',
      judged(undefined, { ...entry, updatedAt: '1970-01-01T00:00:00.000Z' }),
      'record.clock',
      'record.clock',
    ],
    [
      'a beginning that is none',
      judged(undefined, { ...draft, status: 'sent' }),
      'record.invalid',
      'record.transition',
    ],
    [
      'two steps at once: brought back and edited',
      judged(voided, reviseRecord(context, entry, { body: { ...entry.body, note: 'x' } })),
      'record.final',
      'ok',
    ],
    [
      'the plan of another activity',
      judged(undefined, { ...entry, type: 'payPlan', id: `payPlan:${'a'.repeat(24)}`, status: 'active' }),
      'record.invalid',
      'record.invalid',
    ],
    [
      'somebody else’s name',
      judged(undefined, entry, { writer: { name: 'eve', roles: ['member'] } }),
      'record.forbidden',
      'record.forbidden',
    ],
    [
      'a change under the edit of before',
      judged(entry, { ...entry, date: '2026-03-05' }),
      'record.invalid',
      'record.invalid',
    ],
    ['a closed month', judged(undefined, entry, closed), 'period.closed', 'period.closed'],
    ['an issue of nothing', judged(draft, { ...draft, status: 'issued' }), 'record.invalid', 'record.invalid'],
  ])('%s', (_, write, onDevice, inDatabase) => {
    expect(at('device', write)).toBe(onDevice);
    expect(at('database', write)).toBe(inDatabase);
  });

  it('an incomplete book asks for no pay on the device; the database cannot know', () => {
    const input = {
      ...{ period: '2026-03', weeklyMinutes: 2100, headcount: 10, isCadre: false, atmpRatePpm: 11_000 },
      ...{ mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
    };
    const computation = unwrap(computeFromGross(input, 200_000));
    const asked = { input, computation, account: { balanceCents: 1_000_000, availableCents: 900_000 } };
    const fields = { activityId: SAMPLE_ACTIVITY, date: '2026-03-26', pay: asked };
    const statement = createStatement(context, fields, hash);
    expect(at('device', judged(undefined, statement))).toBe('ok');
    expect(at('device', judged(undefined, statement, incomplete))).toBe('book.incomplete');
    expect(at('database', judged(undefined, statement, incomplete))).toBe('ok');
    expect(checkArrival(judged(undefined, statement)).ok).toBe(true);
    const [first] = statement.body.lines;
    const lines = statement.body.lines.with(0, { ...first, amountCents: -1 } as NonNullable<typeof first>);
    const wrong = { ...statement, body: { ...statement.body, lines } };
    const differences = checkFigures(wrong, tools);
    expect(differences.map(({ path }) => path)).toEqual([expect.stringMatching(/^body\.lines/), 'body.seal']);
    expect(differences[0]).toMatchObject({ expected: String(first?.amountCents), found: '-1' });
    const [, ...rest] = statement.body.lines;
    const fewer = { ...statement, body: { ...statement.body, lines: rest } };
    expect(checkFigures(fewer, tools)[0]).toMatchObject({ found: '' });
    const added = { ...first, code: 'x-made-up' } as NonNullable<typeof first>;
    const more = { ...statement, body: { ...statement.body, lines: [...statement.body.lines, added] } };
    expect(checkFigures(more, tools)[0]).toMatchObject({ expected: '' });
  });

  it('nobody writes the settings of the version before: an old device is told to update, a new one that it is over', () => {
    const settings: AnyRecord = { ...entry, type: 'cooperativeSettings', id: 'cooperativeSettings:main' };
    expect(at('device', judged(undefined, settings))).toBe('record.retired');
    expect(at('database', judged(undefined, settings))).toBe('record.tooNew');
    expect(checkArrival(judged(undefined, settings))).toMatchObject({ error: { code: 'record.tooNew' } });
  });

  it('a subject of the settings has one record, so that all devices edit the same', () => {
    const team = { writer: { name: 'claire', roles: ['support-team'] } };
    const closing = { ...entry, type: 'closing', id: 'closing:main', body: {}, activityId: 'cooperative' };
    const by = { user: 'claire', device: 'C1' };
    const made: AnyRecord = { ...closing, createdBy: by, updatedBy: by };
    const other = { ...made, id: 'closing:other' };
    expect([at('device', judged(undefined, made, team)), at('database', judged(undefined, made, team))]).toEqual([
      'ok',
      'ok',
    ]);
    expect(checkWrite(judged(undefined, other, team), 'database')).toMatchObject({
      error: { code: 'record.invalid', details: { path: 'id' } },
    });
    expect(at('device', judged(undefined, other, team))).toBe('record.invalid');
  });

  it('settings of an activity leave closed months what they were', () => {
    const activity = makeRecord('activitySettings', makeActivity());
    const team = { writer: { name: 'nadia', roles: ['support-team'] } };
    const closedIn2025 = { ...team, published: { ...BUILT_IN_RULES, closedThrough: '2025-06' } };
    const opened = { ...activity, edits: ['2', '1'], body: { ...makeActivity({ openingBalanceCents: 100 }) } };
    for (const place of ['device', 'database'] as const) {
      expect(at(place, judged(undefined, activity, closedIn2025))).toBe('record.forbidden');
      const gone = { ...activity, edits: ['2', '1'], status: 'voided' };
      expect(at(place, judged(activity, gone, team))).toBe('record.transition');
      expect(at(place, judged(activity, opened, team))).toBe('ok');
      expect(at(place, judged(activity, opened, closedIn2025))).toBe('contract.openingClosed');
    }
  });

  it('a type nobody knows passes no check of its own, and is refused for it', () => {
    expect(rulesOf(later)).toBeUndefined();
    expect(at('device', judged(undefined, later))).toBe('record.unknownType');
    expect(at('database', judged(undefined, later))).toBe('record.unknownType');
    expect(referencesOf(later)).toEqual([]);
    expect(checkFigures(later, tools)).toEqual([]);
  });
});

describe('what arrives is computed again', () => {
  const wrong = { ...entry, body: { ...entry.body, vatCents: 1 } };
  const refused = { error: { code: 'record.invalid', details: { path: 'body.vatCents' } } };

  it('when it is new, or may still change', () => {
    expect(checkArrival(judged(undefined, entry))).toEqual({ ok: true, value: entry });
    expect(checkArrival(judged(undefined, wrong))).toMatchObject(refused);
    expect(checkArrival(judged(entry, { ...wrong, edits: ['x'] }))).toMatchObject(refused);
  });

  it('not when it stays what it was, under whatever rule that was', () => {
    const gone = { ...wrong, status: 'voided' };
    expect(checkArrival(judged(gone, { ...gone, edits: ['x'], status: 'active' })).ok).toBe(true);
    // Brought back, changed and voided again: it passed through a status in which it could change.
    expect(checkArrival(judged(gone, { ...gone, edits: ['x'], body: { ...gone.body, note: 'x' } }))).toMatchObject(
      refused,
    );
  });

  it('never of a type that is written once', () => {
    const payment: AnyRecord = samplePayment(context, { date: '2026-03-02', invoiceId: draft.id, amountCents: 1 });
    expect(checkArrival(judged(payment, { ...payment, rev: '2-b' })).ok).toBe(true);
    const asked = pay('requested', [step('requested')]);
    const cancelled = { ...pay('cancelled', [step('requested'), step('cancelled')]), edits: ['x'] };
    expect(checkArrival(judged(asked, cancelled)).ok).toBe(true);
  });

  it('never of a pay, though several steps were taken offline under rules that gave other figures', () => {
    const asked = pay('requested', [step('requested')]);
    const team = { writer: { name: 'claire', roles: ['support-team'] } };
    const decided = pay('validated', [step('requested'), step('checked', 'claire'), step('validated', 'claire')]);
    const updatedBy = { user: 'claire', device: 'C1' };
    expect(checkArrival(judged(asked, { ...decided, updatedBy, edits: ['x'] }, team))).toMatchObject({ ok: true });
  });

  it('only after everything else', () => {
    expect(checkArrival(judged(undefined, wrong, closed))).toMatchObject({ error: { code: 'period.closed' } });
    expect(checkArrival(judged(undefined, { ...draft, status: 'sent' }))).toMatchObject({
      error: { code: 'record.transition' },
    });
  });
});

describe('figures that do not follow', () => {
  const line = { description: 'Atelier', quantity: '2', unit: '', unitPrice: '50', vatRatePpm: 200_000 };
  const totals = unwrap(computeInvoiceTotals([line], 'EUR'));
  const invoice = { ...draft, body: { ...draft.body, lines: [line], totals } };
  const paths = (record: AnyRecord) => checkFigures(record, tools).map(({ path }) => path);

  it('of an entry or an expense: the VAT in it', () => {
    expect(checkFigures(entry, tools)).toEqual([]);
    for (const type of ['ledgerEntry', 'expense']) {
      const wrong = { ...entry, type, body: { ...entry.body, vatCents: 1 } };
      expect(checkFigures(wrong, tools)).toEqual([{ path: 'body.vatCents', expected: '2000', found: '1' }]);
    }
    expect(paths({ ...entry, type: 'customer', body: {} })).toEqual([]);
  });

  it('of an invoice: its totals, and once issued their proof', () => {
    expect(paths(invoice)).toEqual([]);
    expect(paths({ ...invoice, body: { ...invoice.body, totals: { ...totals, grossCents: 1 } } })).toEqual([
      'body.totals.grossCents',
    ]);
    expect(paths({ ...invoice, status: 'issued' })).toEqual(['body.computation']);
    const computation = { ...proveInvoiceTotals([line], 'EUR', totals, hash) };
    expect(paths({ ...invoice, status: 'issued', body: { ...invoice.body, computation } })).toEqual([]);
    expect(checkFigures({ ...invoice, body: { ...invoice.body, lines: [{ ...line, quantity: 'x' }] } }, tools)).toEqual(
      [{ path: 'body.lines', expected: 'quantity.invalid', found: '' }],
    );
  });

  it('of a pay abroad: what is paid, and the seal', () => {
    const profile = { version: 'mg', country: 'MG', currency: 'MGA', from: '2025-01-01', source: 'CA', lines: [] };
    const asked = unwrap(computeAbroadPay(profile, '2026-03', 1000));
    const account = { balanceCents: 5000, availableCents: 4000 };
    const fields = { activityId: SAMPLE_ACTIVITY, date: '2026-03-26', pay: asked, account };
    const abroad = createAbroadPay(context, fields, hash);
    expect(checkFigures(abroad, tools)).toEqual([]);
    const wrong = { ...abroad, body: { ...abroad.body, paidMinor: 999 } };
    expect(paths(wrong)).toEqual(['body.paidMinor', 'body.seal']);
    expect(paths({ ...abroad, body: { ...abroad.body, seal: 'x' } })).toEqual(['body.seal']);
  });

  it('are told up to a number', () => {
    const unknown = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`m${String(index)}`, 1]));
    expect(paths({ ...invoice, body: { ...invoice.body, totals: unknown } })).toHaveLength(MAX_DIFFERENCES);
  });
});

describe('ids that are made from an activity', () => {
  const A1 = '01J0000000000000000000ACT1';
  const A2 = '01J0000000000000000000ACT2';
  const plan = (id: string) => checkOwnPlanId({ id, activityId: A1 } as Parameters<typeof checkOwnPlanId>[0], hash).ok;
  const week = (id: string) => checkOwnWeekId({ id, activityId: A1 } as Parameters<typeof checkOwnWeekId>[0], hash);

  it('are the plan of that activity, or of nobody', () => {
    expect(plan(payPlanId(A1, hash))).toBe(true);
    expect(plan(payPlanId(A2, hash))).toBe(false);
    expect(plan('payPlan:NEW')).toBe(true);
    expect(plan(`${payPlanId(A2, hash)}0`)).toBe(true);
    expect(plan(`x${payPlanId(A2, hash)}`)).toBe(true);
  });

  it('are the week of that activity, or of nobody', () => {
    const of = (activity: string) => `timesheetWeek:2026-W10-${weekDigest(activity, hash)}`;
    expect(week(of(A1)).ok).toBe(true);
    expect(week(of(A2))).toMatchObject({ error: { code: 'record.invalid', details: { path: 'id' } } });
    expect(week('timesheetWeek:NEW').ok).toBe(true);
    expect(week(`${of(A2)}0`).ok).toBe(true);
    expect(week(`x${of(A2)}`).ok).toBe(true);
  });
});

it('records name others: the customer, the invoice, the import, what a copy or a verdict is of', () => {
  const of = (type: string, body: object): readonly string[] => referencesOf({ ...entry, type, body: { ...body } });
  expect(of('invoice', { customerId: 'customer:1' })).toEqual(['customer:1']);
  expect(of('payment', { invoiceId: 'invoice:1' })).toEqual(['invoice:1']);
  expect(of('payment', { invoiceId: 'invoice:1', bank: { importId: 'bankImport:1' } })).toEqual([
    'invoice:1',
    'bankImport:1',
  ]);
  expect(of('ledgerEntry', { bank: { importId: 'bankImport:1' } })).toEqual(['bankImport:1']);
  expect(of('ledgerEntry', {})).toEqual([]);
  expect(of('conflictCopy', { recordId: 'invoice:1' })).toEqual(['invoice:1']);
  expect(of('verdict', { recordId: 'invoice:1' })).toEqual(['invoice:1']);
  expect(of('customer', {})).toEqual([]);
});

it('a plan and a week are checked when they are new', () => {
  const plan = createRecord(context, {
    ...{ type: 'timesheetWeek', activityId: 'A1', date: '2026-03-02', status: 'active' },
    ...{ id: 'timesheetWeek:2026-W10-0123456789abcdef', body: { rows: [] } },
  });
  expect(rulesOf(plan)?.checkNew(plan, hash, member).ok).toBe(false);
});
