import { describe, expect, it } from 'vitest';
import { reversalId, reversalOf } from '../billing/payment-reversal.ts';
import { BUILT_IN_RULES } from '../cooperative/published-rules.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { createRecord, reviseRecord } from '../records/write-record.ts';
import { PARAMETERS_2026_06 } from '../salary/parameters-2026.ts';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { withholdingRateId } from '../withholding/rate-id.ts';
import type { Place } from './check-write.ts';
import { checkWrite } from './check-write.ts';
import { referencesOf } from './rules-table.ts';

const member = { name: 'lea.morvan', roles: ['member'] };
const support = { name: 'nadia', roles: ['support-team'] };
const context = sampleContext(member.name);
const asSupport = sampleContext(support.name, 'device-2');
const payment = samplePayment(context, { date: '2026-03-02', invoiceId: 'invoice:1', amountCents: 12_000 });

/** What a write answers at a place: `ok`, or the code of its fault and what it tells. */
function at(place: Place, before: AnyRecord | undefined, after: AnyRecord): unknown {
  const writer = after.updatedBy.user === support.name ? support : member;
  const judged = checkWrite({ before, after, writer, published: BUILT_IN_RULES, hash, isIncomplete: false }, place);
  return judged.ok ? 'ok' : [judged.error.code, judged.error.details];
}

describe.each<Place>(['device', 'database'])('a write answers for what its type demands, on the %s', (place) => {
  it('an invoice that is issued has a number of its series', () => {
    const draft: AnyRecord = sampleInvoice(context, { date: '2026-03-02', netCents: 1000, vatCents: 200 });
    const issued = reviseRecord(context, draft, { status: 'issued' });
    expect(at(place, draft, issued)).toEqual(['record.invalid', { path: 'body.number' }]);
  });

  it('a payment that takes another back has the one id of that', () => {
    const body = reversalOf(payment);
    const reversal: AnyRecord = { ...payment, id: reversalId(payment.id, hash), body };
    expect(at(place, undefined, reversal)).toBe('ok');
    for (const id of ['payment:NEW', reversalId('payment:OTHER', hash)]) {
      expect(at(place, undefined, { ...reversal, id })).toEqual(['record.invalid', { path: 'id' }]);
    }
  });

  it('a payment that takes nothing back has an id of its own', () => {
    expect(at(place, undefined, payment)).toBe('ok');
  });

  it('a version is kept by who might have written it', () => {
    const asked = { ...payment, type: 'salaryStatement', id: 'salaryStatement:1', status: 'checked', body: {} };
    const copy = createRecord(context, {
      ...{ type: 'conflictCopy', activityId: payment.activityId, date: payment.date, status: 'open' },
      body: { recordId: asked.id, fields: ['status'], reason: 'bothFinal', copy: asked },
    });
    expect(at(place, undefined, copy)).toEqual(['record.forbidden', { why: 'step' }]);
  });

  it('a rate of tax has the one id of its person and day', () => {
    const body = { person: 'lea.morvan', kind: 'own', ratePpm: 38_000, source: 'CRM' } as const;
    const idOf = (account: string): string => withholdingRateId(account, payment.date, hash);
    const fields = {
      type: 'withholdingRate',
      activityId: 'cooperative',
      date: payment.date,
      status: 'active',
    } as const;
    const rate = createRecord(asSupport, { ...fields, id: idOf('lea.morvan'), body });
    expect(at(place, undefined, rate)).toBe('ok');
    expect(at(place, undefined, { ...rate, id: idOf('ben.roux') })).toEqual(['record.invalid', { path: 'id' }]);
  });

  it('payroll parameters are published under a name of their own', () => {
    const parameters = structuredClone(PARAMETERS_2026_06) as unknown as Record<string, unknown>;
    const draft: AnyRecord = {
      ...payment,
      ...{ type: 'payrollVersion', id: 'payrollVersion:1', activityId: 'cooperative', status: 'draft' },
      body: { parameters, reason: 'Relevé' },
    };
    const published = reviseRecord(asSupport, draft, { status: 'published' });
    expect(at(place, draft, published)).toEqual(['salary.invalidParameters', { path: 'ruleVersion' }]);
  });
});

it('payroll parameters name the versions they take the place of, where there are any', () => {
  const of = (body: object) => referencesOf({ ...payment, type: 'payrollVersion', body: { ...body } });
  expect(of({ replaces: ['payrollVersion:1', 'payrollVersion:2'] })).toEqual(['payrollVersion:1', 'payrollVersion:2']);
  expect(of({})).toEqual([]);
});
