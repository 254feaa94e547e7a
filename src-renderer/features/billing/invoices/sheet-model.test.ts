import { describe, expect, it } from 'vitest';
import { makeInvoice } from '../../../../shared/billing/billing.test-support.ts';
import { listReceivables } from '../../../../shared/billing/receivables.ts';
import { listInvoices } from './list-invoices.ts';
import { exemptionMention, groupIban, indemnityOf, sheetOfIssued, statedTerms } from './sheet-model.ts';

const address = { lines: [], postalCode: '59000', city: 'Lille', country: 'FR' };

function sheet(kind: 'business' | 'individual' | 'public', latePenaltyText = '') {
  return sheetOfIssued('2026-03-01', makeInvoice({ customer: { name: 'C', kind, address }, latePenaltyText }).body);
}

describe('mentions', () => {
  it('prints the indemnity for businesses and public bodies, never for individuals', () => {
    expect(indemnityOf(sheet('business'))).toBe('business');
    expect(indemnityOf(sheet('public'))).toBe('public');
    expect(indemnityOf(sheet('individual'))).toBeUndefined();
  });

  it('does not say twice what the cooperative’s text says', () => {
    expect(statedTerms(sheet('business', 'Indemnité : 40 €. Pas d’escompte.'))).toEqual({
      hasDiscount: true,
      hasIndemnity: true,
    });
    expect(statedTerms(sheet('business', 'Trois fois le taux légal, 140 € de plus.')).hasIndemnity).toBe(false);
  });

  it('gives the legal wording of an exemption only when a line bears no VAT', () => {
    const line = { description: 'x', quantity: '1', unit: '', unitPrice: '1', vatRatePpm: 0 };
    const exempt = sheetOfIssued('2026-03-01', makeInvoice({ lines: [line], vatExemption: 'euService' }).body);
    expect(exemptionMention(exempt)).toContain('Autoliquidation');
    expect(exemptionMention({ ...exempt, lines: [{ ...line, vatRatePpm: 200_000 }] })).toBe('');
  });

  it('groups an IBAN', () => {
    expect(groupIban('FR7630006000011234567890189')).toBe(
      'FR76 3000 6000 0112 3456 7890 189'.replaceAll(' ', '\u00a0'),
    );
  });
});

describe('listInvoices', () => {
  const old = makeInvoice({ number: 'F-1', sequence: 1, date: '2026-01-05', dueDate: '2026-02-04' });
  const recent = makeInvoice({ number: 'F-2', sequence: 2, date: '2026-03-05', dueDate: '2026-04-04' });
  const draft = makeInvoice({ status: 'draft', date: '2026-02-01', subject: 'Éco-pâturage', customerId: 'customer:2' });
  const gone = makeInvoice({ status: 'voided' });
  const all = [gone, old, recent, draft];
  const list = (state: 'all' | 'toCollect' | 'overdue' | 'draft', search = '') =>
    listInvoices(all, listReceivables(all, '2026-03-10'), (id) => (id === 'customer:2' ? 'Zoé' : ''), {
      state,
      search,
    });

  it('shows drafts first, then the newest, and no removed draft', () => {
    expect(list('all').map(({ invoice }) => invoice.id)).toEqual([draft.id, recent.id, old.id]);
  });

  it('counts an overdue invoice as to collect', () => {
    expect(list('toCollect')).toHaveLength(2);
    expect(list('overdue').map(({ invoice }) => invoice.id)).toEqual([old.id]);
  });

  it('finds by customer, number and subject, accents left aside', () => {
    expect(list('all', 'zoe eco').map(({ invoice }) => invoice.id)).toEqual([draft.id]);
    expect(list('all', 'f-2').map(({ invoice }) => invoice.id)).toEqual([recent.id]);
  });
});
