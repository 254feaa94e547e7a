import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { ledgerEntryBody } from '../records/ledger-entry.ts';
import { paymentBody } from '../records/payment.ts';
import type { PlanInput } from './plan-import.ts';
import { isTakable, planImport } from './plan-import.ts';
import { readBankFile } from './read-bank-file.ts';
import type { BankStatement } from './statement.ts';
import { applyRows, makeInvoice, makeNote, makeRecord } from './testing/make-records.ts';
import type { SampleTransaction } from './testing/sample-files.ts';
import { writeOfx1 } from './testing/sample-files.ts';
import { hash } from '../testing/hash.ts';

function statementOf(text: string): BankStatement {
  const [statement] = unwrap(readBankFile('f', encodeUtf8(text), { hash })).statements;
  if (statement === undefined) throw new Error('no statement');
  return statement;
}
const ofx = (transactions: readonly SampleTransaction[], currency?: string) =>
  statementOf(writeOfx1({ '00012345678': transactions }, currency));
const planOf = (statement: BankStatement, more: Partial<PlanInput> = {}) =>
  unwrap(
    planImport({
      statement,
      entries: [],
      payments: [],
      openInvoices: [],
      bookCurrency: 'EUR',
      defaultVatRatePpm: 200_000,
      unlabelled: 'Sans libellé',
      ...more,
    }),
  );
const verdicts = (rows: ReturnType<typeof planOf>) => rows.map((row) => `${row.verdict} ${row.reason}`);
const origin = { importId: 'bankImport:i1', account: '••••5678', bookCurrency: 'EUR' };

const march = [
  { id: '1', date: '20260302', amount: '-85,20', name: 'PRLV EDF' },
  { id: '2', date: '20260303', amount: '-1,50', name: 'CB CAFE' },
  { id: '3', date: '20260303', amount: '-1,50', name: 'CB CAFE' },
];

describe('planImport', () => {
  it('finds everything new once, then everything there', () => {
    const first = planOf(ofx(march));
    expect(verdicts(first)).toEqual(Array(3).fill('new notSeen'));
    const { entries } = applyRows(first, origin);
    const again = planOf(ofx(march), { entries });
    expect(verdicts(again)).toEqual(Array(3).fill('alreadyThere sameTransaction'));
    expect(again[0]?.matches).toEqual([entries[0]?.id]);
  });

  it('calls a line without any text by the words of the person', () => {
    const named = ofx(march);
    const bare = { ...named, lines: named.lines.map((line) => ({ ...line, label: '' })) };
    const labels = ['Opération sans libellé', 'Transaction without a label'].map(
      (unlabelled) => planOf(bare, { unlabelled })[0]?.suggestion,
    );
    expect(labels).toMatchObject([{ label: 'Opération sans libellé' }, { label: 'Transaction without a label' }]);
  });

  it('leaves out what is dated in a closed month, unless it is in the book already', () => {
    const { entries } = applyRows(planOf(ofx(march)).slice(0, 1), origin);
    const april = [...march, { id: '4', date: '20260401', amount: '-1,50', name: 'CB CAFE' }];
    const rows = planOf(ofx(april), { entries, closedThrough: '2026-03' });
    expect(verdicts(rows)).toEqual([
      'alreadyThere sameTransaction',
      'closed closedMonth',
      'closed closedMonth',
      'new notSeen',
    ]);
    expect(rows.filter(isTakable)).toHaveLength(1);
  });

  it('takes only what is new from a statement that overlaps', () => {
    const { entries } = applyRows(planOf(ofx(march)), origin);
    const april = [...march.slice(1), { id: '4', date: '20260401', amount: '-1,50', name: 'CB CAFE' }];
    expect(verdicts(planOf(ofx(april), { entries }))).toEqual([
      'alreadyThere sameTransaction',
      'alreadyThere sameTransaction',
      'new notSeen',
    ]);
  });

  it('keeps two equal coffees of a file without ids, and knows both again', () => {
    const csv = statementOf('Date;Libellé;Montant\n03/03/2026;CAFE;-1,50\n03/03/2026;Café;-1,50\n');
    const first = planOf(csv);
    expect(verdicts(first)).toEqual(Array(2).fill('new notSeen'));
    const { entries } = applyRows(first, { ...origin, account: csv.accountRef });
    expect(verdicts(planOf(csv, { entries }))).toEqual(Array(2).fill('alreadyThere sameTransaction'));
    const longer = statementOf(
      'Date;Libellé;Montant\n04/03/2026;CAFE;-1,50\n03/03/2026;CAFE;-1,50\n03/03/2026;CAFE;-1,50\n03/03/2026;CAFE;-1,50\n',
    );
    expect(planOf(longer, { entries }).filter((row) => row.verdict === 'new')).toHaveLength(2);
  });

  it('takes an undone import as new again: voided entries and reversed payments do not count', () => {
    const credit = [{ id: '9', date: '20260305', amount: '1200,00', name: 'VIR MAIRIE' }];
    const invoice = makeInvoice('F-AB1-2026-0001', '2026-03-01', 120000, 'Mairie de Mende');
    const { payments } = applyRows(planOf(ofx(credit), { openInvoices: [{ invoice, dueCents: 120000 }] }), origin);
    expect(verdicts(planOf(ofx(credit), { payments }))).toEqual(['alreadyThere sameTransaction']);
    const [payment] = payments;
    if (payment === undefined) throw new Error('no payment');
    const reversal = makeRecord('payment', 'r', '2026-03-06', 'recorded', {
      ...payment.body,
      amountCents: -120000,
      reverses: payment.id,
    });
    expect(verdicts(planOf(ofx(credit), { payments: [payment, reversal] }))).toEqual(['new notSeen']);
    const voided = applyRows(planOf(ofx(march)), origin).entries.map((entry) => ({ ...entry, status: 'voided' }));
    expect(verdicts(planOf(ofx(march), { entries: voided }))).toEqual(Array(3).fill('new notSeen'));
  });

  it('doubts a line noted by hand within three days, one note for one line', () => {
    const note = makeNote('cafe', '2026-03-05', -150);
    const rows = planOf(ofx(march), { entries: [note, makeNote('late', '2026-03-06', -8520)] });
    expect(verdicts(rows)).toEqual(['new notSeen', 'doubtful sameAsNoted', 'new notSeen']);
    expect(rows[1]?.matches).toEqual([note.id]);
  });

  it('doubts the same id with another amount or date, and a line repeated in the file', () => {
    const { entries } = applyRows(planOf(ofx(march)), origin);
    const changed = [{ ...march[0]!, amount: '-86,20' }, { ...march[1]!, date: '20260304' }, march[2]!, march[2]!];
    expect(verdicts(planOf(ofx(changed), { entries }))).toEqual([
      'doubtful sameIdDifferent',
      'doubtful sameIdDifferent',
      'alreadyThere sameTransaction',
      'doubtful repeatedInFile',
    ]);
    expect(verdicts(planOf(ofx([march[0]!, march[0]!])))).toEqual(['new notSeen', 'doubtful repeatedInFile']);
  });

  it('doubts the lines of another file of the same account', () => {
    const { entries } = applyRows(planOf(ofx(march)), origin);
    const csv = statementOf(
      'Compte n° 00012345678\nDate;Libellé;Montant\n03/03/2026;PRLV EDF;-85,20\n03/03/2026;CAFE;-1,50\n',
    );
    expect(verdicts(planOf(csv, { entries }))).toEqual(Array(2).fill('doubtful sameAsOtherFile'));
    const other = statementOf('Compte n° 00099998888\nDate;Libellé;Montant\n02/03/2026;PRLV EDF;-85,20\n');
    expect(verdicts(planOf(other, { entries }))).toEqual(['new notSeen']);
  });

  it('recognises the payment of an invoice, by number, name, part and amount', () => {
    const open = [
      makeInvoice('F-AB1-2026-0001', '2026-03-01', 120000, 'Mairie de Mende'),
      makeInvoice('F-AB1-2026-0002', '2026-03-02', 120000, 'SARL Bois & Fils'),
      makeInvoice('F-AB1-2026-0003', '2026-03-02', 50000, 'Zoé'),
      makeInvoice('F-AB1-2026-0004', '2026-03-20', 70000, 'Lou'),
    ].map((invoice) => ({ invoice, dueCents: invoice.body.totals.grossCents }));
    const rows = planOf(
      ofx([
        { id: '1', date: '20260310', amount: '1200,00', name: 'VIR BOIS ET FILS' },
        { id: '2', date: '20260310', amount: '1200,00', name: 'VIR RECU', memo: 'FACT FAB1 2026/0001' },
        { id: '3', date: '20260310', amount: '200,00', name: 'ACOMPTE F-AB1-2026-0003' },
        { id: '4', date: '20260310', amount: '1200,00', name: 'VIR INCONNU' },
        { id: '5', date: '20260310', amount: '700,00', name: 'VIR AVANT LA FACTURE' },
        { id: '6', date: '20260321', amount: '700,00', name: 'VIR APRES LA FACTURE' },
        { id: '7', date: '20260321', amount: '-700,00', name: 'VIR EMIS' },
      ]),
      { openInvoices: open },
    );
    expect(rows.map((row) => [row.reason, row.matches[0]])).toEqual([
      ['paysInvoice', 'invoice:F-AB1-2026-0002'],
      ['paysInvoice', 'invoice:F-AB1-2026-0001'],
      ['paysPartOfInvoice', 'invoice:F-AB1-2026-0003'],
      ['notSeen', undefined],
      ['notSeen', undefined],
      ['sameAmountAsInvoice', 'invoice:F-AB1-2026-0004'],
      ['notSeen', undefined],
    ]);
    expect(rows[0]?.suggestion).toEqual({ kind: 'payment', invoiceId: 'invoice:F-AB1-2026-0002' });
  });

  it('converts another currency with the rate of the person, half up, and keeps what stood in the file', () => {
    const dollars = ofx(
      [
        { id: '1', date: '20260302', amount: '-0,50', name: 'API' },
        { id: '2', date: '20260302', amount: '-80', name: 'API' },
      ],
      'USD',
    );
    const input = {
      statement: dollars,
      entries: [],
      payments: [],
      openInvoices: [],
      bookCurrency: 'EUR',
      defaultVatRatePpm: 0,
      unlabelled: 'Sans libellé',
    };
    expect(planImport(input)).toMatchObject({ ok: false, error: { code: 'bank.currencyRateMissing' } });
    for (const exchangeRate of ['0', '-1', '0,9', 'x']) {
      expect(planImport({ ...input, exchangeRate })).toMatchObject({ ok: false, error: { code: 'rate.invalid' } });
    }
    const rows = unwrap(planImport({ ...input, exchangeRate: '0.91' }));
    expect(rows.map((row) => row.amountCents)).toEqual([-46, -7280]);
    expect(rows[0]?.original).toEqual({ amountCents: -50, currency: 'USD', rate: '0.91' });
    const { entries } = applyRows(rows, origin);
    expect(verdicts(planOf(dollars, { entries, exchangeRate: '0.95' }))).toEqual(
      Array(2).fill('alreadyThere sameTransaction'),
    );
    const ariary = ofx([{ id: '1', date: '20260302', amount: '-15000', name: 'A' }], 'MGA');
    expect(planOf(ariary, { exchangeRate: '0.000201' })[0]?.amountCents).toBe(-302);
  });

  it('guesses categories carefully and gives bodies that the schemas take', () => {
    const rows = planOf(
      ofx([
        { id: '1', date: '20260302', amount: '-4,00', name: 'COTISATION CARTE VISA' },
        { id: '2', date: '20260302', amount: '-30,00', name: 'PRLV MAIF ASSURANCES' },
        { id: '3', date: '20260302', amount: '-12,00', name: 'CB PAPETERIE' },
        { id: '4', date: '20260302', amount: '120,00', name: 'VIR CLIENT' },
        { id: '5', date: '20260302', amount: '-50,00', name: 'PRLV URSSAF' },
        { id: '6', date: '20260302', amount: '500,00', name: 'VIREMENT INTERNE' },
        { id: '7', date: '20260302', amount: '0,00' },
      ]),
    );
    expect(
      rows.map(({ suggestion }) =>
        suggestion.kind === 'payment' ? '' : [suggestion.category, suggestion.vatRatePpm, suggestion.needsReview],
      ),
    ).toEqual([
      ['bankFee', 0, false],
      ['insurance', 0, true],
      ['purchase', 200_000, true],
      ['sale', 200_000, true],
      ['otherCharge', 0, true],
      ['transfer', 0, true],
      ['purchase', 200_000, true],
    ]);
    expect(rows[6]).toMatchObject({ verdict: 'doubtful', reason: 'zeroAmount' });
    const { entries } = applyRows(rows, origin);
    for (const entry of entries) expect(ledgerEntryBody.safeParse(entry.body).error).toBeUndefined();
    expect(entries.map((entry) => entry.body.vatCents)).toEqual([0, 0, -200, 2000, 0, 0, 0]);
    const invoice = makeInvoice('F-AB1-2026-0001', '2026-03-01', 12000, 'Client');
    const { payments } = applyRows(
      planOf(ofx([{ id: '4', date: '20260302', amount: '120,00', name: 'REM CHQ' }]), {
        openInvoices: [{ invoice, dueCents: 12000 }],
      }),
      origin,
    );
    expect(paymentBody.safeParse(payments[0]?.body).error).toBeUndefined();
    expect(payments[0]?.body.method).toBe('cheque');
  });
});
