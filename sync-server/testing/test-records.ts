import { ulid } from 'ulid';
import { createAbroadPay } from '../../shared/pay/abroad-request.ts';
import { computeAbroadPay } from '../../shared/pay/compute-abroad-pay.ts';
import { computeInvoiceTotals, proveInvoiceTotals } from '../../shared/billing/invoice-totals.ts';
import { unwrap } from '../../shared/core/result.ts';
import type { Author } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { sealOf } from '../../shared/records/seal.ts';
import type { WriteContext } from '../../shared/records/write-record.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { computeFromGross } from '../../shared/salary/compute-from-gross.ts';
import { proveSalary } from '../../shared/salary/salary-computation-proof.ts';
import { hash } from '../data-folder/hash.ts';

/** Who issues the invoices of the tests. */
export const TEST_SELLER = {
  siren: '732829320',
  ibans: ['FR7630006000011234567890189', 'FR7630006000019999999999999'],
} as const;

const NOW = '2026-03-26T09:00:00.000Z';

export function writeAs(user: string): WriteContext {
  const author: Author = { user, device: 'D1' };
  return { author, clock: () => NOW, newId: ulid };
}

export function makeCustomer(user: string, activityId: string, name = 'Épicerie La Besace'): RecordOf<'customer'> {
  return createRecord(writeAs(user), {
    type: 'customer',
    activityId,
    date: '2026-03-02',
    status: 'active',
    body: { name, kind: 'business', address: { lines: [], postalCode: '71400', city: 'Autun', country: 'FR' } },
  });
}

/** A sale of 120 euros at 20 %, of which `vatCents` are said to be VAT. */
export function makeEntry(user: string, activityId: string, vatCents: number): RecordOf<'ledgerEntry'> {
  const price = { amountCents: 12_000, currency: 'EUR', vatRatePpm: 200_000, vatCents };
  return createRecord(writeAs(user), {
    type: 'ledgerEntry',
    activityId,
    date: '2026-03-02',
    status: 'active',
    body: { label: 'Marché', category: 'sale', ...price },
  });
}

export function makePayment(user: string, activityId: string, amountCents: number): RecordOf<'payment'> {
  return createRecord(writeAs(user), {
    type: 'payment',
    activityId,
    date: '2026-03-20',
    status: 'recorded',
    body: { invoiceId: 'invoice:01HK153X0173FHWT6W4MS9X6BE', amountCents, currency: 'EUR', method: 'transfer' },
  });
}

export function makeInvoice(user: string, activityId: string, status: 'draft' | 'issued'): RecordOf<'invoice'> {
  const lines = [{ description: 'Pose', quantity: '3.5', unit: 'heure', unitPrice: '46.50', vatRatePpm: 200_000 }];
  const totals = unwrap(computeInvoiceTotals(lines, 'EUR'));
  const isIssued = status === 'issued';
  const address = { lines: ['3 rue Haute'], postalCode: '71400', city: 'Autun', country: 'FR' };
  const seller = { name: 'Coopérative des Sillons', siren: TEST_SELLER.siren, address, iban: TEST_SELLER.ibans[0] };
  return createRecord(writeAs(user), {
    type: 'invoice',
    activityId,
    date: '2026-03-12',
    status,
    body: {
      number: isIssued ? 'F-PL1-2026-0001' : '',
      series: isIssued ? 'F-PL1-2026' : '',
      sequence: isIssued ? 1 : 0,
      customerId: 'customer:01HK153X0173FHWT6W4MS9X6BE',
      dueDate: '2026-04-11',
      currency: 'EUR',
      subject: 'Pose',
      lines,
      totals,
      ...(isIssued ? { customer: { name: 'Épicerie La Besace', kind: 'business', address }, seller } : {}),
      ...(isIssued ? { computation: { ...proveInvoiceTotals(lines, 'EUR', totals, hash) } } : {}),
    },
  });
}

export function makeStatement(user: string, activityId: string): RecordOf<'salaryStatement'> {
  const input = {
    period: '2026-03',
    weeklyMinutes: 2100,
    headcount: 10,
    isCadre: false,
    atmpRatePpm: 20_800,
    mutuelleCents: 4_000,
    mutuelleEmployerSharePpm: 500_000,
    transportRatePpm: 0,
  };
  const computed = unwrap(computeFromGross(input, 250_000));
  const statement = createRecord(writeAs(user), {
    type: 'salaryStatement',
    activityId,
    id: `salaryStatement:${ulid().slice(-24)}`,
    date: '2026-03-26',
    status: 'requested',
    body: {
      input: { ...input, grossCents: 250_000 },
      account: { balanceCents: 500_000, availableCents: 400_000, residueCents: 0 },
      lines: computed.lines.map(({ source: _source, since: _since, ...figures }) => figures),
      totals: { ...computed.totals },
      computation: { ...proveSalary(input, computed, hash) },
      seal: '0'.repeat(64),
      history: [{ status: 'requested', at: NOW, by: user }],
    },
  });
  return sealStatement(statement);
}

export function sealStatement(statement: RecordOf<'salaryStatement'>): RecordOf<'salaryStatement'> {
  return { ...statement, body: { ...statement.body, seal: sealOf(statement, hash) } };
}

/** A pay of a member abroad, in ariary. */
export function makeAbroadPay(user: string, activityId: string): RecordOf<'abroadPay'> {
  const line = { base: 'budget', ratePpm: 50_000, amountMinor: 0, source: 'Convention' } as const;
  const profile = {
    version: 'mg-2026',
    country: 'MG',
    currency: 'MGA',
    from: '2026-01-01',
    lines: [{ code: 'mutuelle', label: 'Mutuelle', ...line }],
    source: 'Convention',
  };
  const pay = unwrap(computeAbroadPay(profile, '2026-03', 900_000));
  const account = { balanceCents: 2_000_000, availableCents: 1_000_000 };
  return createAbroadPay(writeAs(user), { activityId, date: '2026-03-26', pay, account }, hash);
}
