import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import type { DemoActivity } from '../../../../shared/demo/build-demo-cooperative.ts';
import { buildDemoCooperative } from '../../../../shared/demo/build-demo-cooperative.ts';
import { formatRateE7 } from '../../../../shared/money/format-rate-e7.ts';
import { formatMoney } from '../../../../shared/money/format.ts';
import type { RecordOf, RecordType } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { PAYROLL_PARAMETERS } from '../../../../shared/salary/find-parameters.ts';
import type { PdfDocument } from '../../../pdf/pdf-document.ts';
import { plainBlanks, renderAndRead } from '../../../pdf/testing/read-pdf.test-support.ts';
import { abroadPayDocument } from './abroad-pay-document.ts';
import type { PayParties } from './pay-sheet-facts.ts';
import { startPayWords } from './pay-words.test-support.ts';
import { salaryDocument } from './salary-document.ts';

const demo = buildDemoCooperative('2026-09-17', (bytes) => bytesToHex(sha256(bytes)));
const page = {
  language: 'fr',
  author: demo.cooperative.legalName,
  madeAt: new Date('2026-09-17T10:00:00Z'),
  footer: demo.cooperative.legalName,
  pageText: (number: number, count: number) => `Page ${String(number)} sur ${String(count)}`,
} as const;
const read = (parts: Pick<PdfDocument, 'title' | 'blocks'>) => renderAndRead({ ...page, ...parts });
const euros = (cents: number) => plainBlanks(formatMoney(cents, 'EUR', 'fr'));

function recordsOf<T extends RecordType>(activity: DemoActivity, type: T): readonly RecordOf<T>[] {
  return activity.records.filter((record): record is RecordOf<T> => isOfType(record, type));
}

function partiesOf(activity: DemoActivity): PayParties {
  return { settings: recordsOf(activity, 'activitySettings')[0]?.body, cooperative: demo.cooperative };
}

function firstWith(type: 'salaryStatement' | 'abroadPay'): DemoActivity {
  const found = demo.activities.find(({ records }) => records.some((record) => isOfType(record, type)));
  if (found === undefined) throw new Error(`the demonstration has no ${type}`);
  return found;
}

describe('the PDF of a salary', () => {
  const activity = firstWith('salaryStatement');
  const statement = recordsOf(activity, 'salaryStatement').findLast(({ status }) => status === 'paid');
  if (statement === undefined) throw new Error('the demonstration has no paid statement');
  const { body } = statement;

  it('holds every figure of the statement to the cent, its sources, steps and proof', async () => {
    const words = await startPayWords('fr');
    const { text, info, totalPages } = await read(
      salaryDocument(statement, partiesOf(activity), { versions: PAYROLL_PARAMETERS, pays: [] }, words),
    );
    expect(text).toContain('Ce relevé n’est pas le bulletin de paie.');
    expect(text).toContain(activity.displayName);
    expect(text).toContain(demo.cooperative.legalName);
    expect(text).toContain(`Coût global ${euros(body.totals.totalCostCents)}`);
    expect(text).toContain(`Net à payer avant impôt ${euros(body.totals.netBeforeTaxCents)}`);
    expect(text).toContain(`Solde ${euros(body.account.balanceCents)}`);
    for (const line of body.lines) {
      const parts = [
        [line.baseCents, line.rateE7],
        [line.secondBaseCents, line.secondRateE7],
      ].filter(([base, rate]) => base !== 0 && rate !== 0) as [number, number][];
      const bases = parts.map(([base]) => euros(base)).join(' + ');
      const rates = parts.map(([, rate]) => plainBlanks(formatRateE7(rate, 'fr'))).join(' + ');
      const figures = [bases, rates, euros(line.amountCents), body.computation.ruleVersion].filter(Boolean).join(' ');
      expect(text, line.code).toContain(figures);
    }
    expect(text).toContain('CSS art. D242-4');
    for (const { by } of body.history) expect(text).toContain(by);
    for (const proof of [body.computation.inputDigest, body.computation.resultDigest, body.seal]) {
      expect(text).toContain(proof);
    }
    expect(info).toMatchObject({ Title: expect.stringContaining('Relevé de versement') as string, Language: 'fr' });
    expect(text).toContain(`Page ${String(totalPages)} sur ${String(totalPages)}`);
  });

  it('says that it is provisional where the parameters were estimated, and what the next pay settles then', async () => {
    const words = await startPayWords('fr');
    const computation = { ...body.computation, ruleVersion: 'salary-2025-05.1 (estimation 2026-01)' };
    const provisional = { ...statement, body: { ...body, computation } };
    const known = { versions: PAYROLL_PARAMETERS, pays: [] };
    const first = await read(salaryDocument(provisional, partiesOf(activity), known, words));
    expect(first.text).toContain(plainBlanks(words.pay('provisional')));
    expect(first.text).toContain(computation.ruleVersion);

    const before = recordsOf(activity, 'salaryStatement').findLast(
      (pay) => pay.status === 'paid' && pay.body.input.period < body.input.period,
    );
    if (before === undefined) throw new Error('the demonstration has two paid statements');
    const totals = { ...before.body.totals, totalCostCents: before.body.totals.totalCostCents - 1234 };
    const estimated = { ...before, body: { ...before.body, totals, computation } };
    const { text } = await read(
      salaryDocument(statement, partiesOf(activity), { ...known, pays: [estimated, statement] }, words),
    );
    expect(text).toContain('Régularisation des paramètres estimés');
    expect(text).toContain(euros(1234));
    expect(text).not.toContain(plainBlanks(words.pay('provisional')));
  });

  it('shows CSG and CRDS together as a payslip does, no hours under a CESA, and what settles earlier months', async () => {
    const settled = {
      ...statement,
      body: { ...statement.body, settlement: { employerCents: 12_345, employeeCents: -678 } },
    };
    const words = await startPayWords('fr');
    const known = { versions: PAYROLL_PARAMETERS, pays: [] };
    const { text } = await read(salaryDocument(settled, partiesOf(activity), known, words));
    const taxes = statement.body.lines.filter(({ code }) => code.startsWith('csg') || code === 'crds');
    expect(taxes).toHaveLength(3);
    expect(text).toContain(euros(taxes.reduce((sum, { amountCents }) => sum + amountCents, 0)));
    expect(text).toContain('sans durée du travail');
    expect(text).not.toContain('par semaine');
    for (const cents of [12_345, -678]) expect(text).toContain(euros(cents));
  });

  it('speaks English to who reads English', async () => {
    const words = await startPayWords('en');
    const { text } = await read(
      salaryDocument(statement, partiesOf(activity), { versions: PAYROLL_PARAMETERS, pays: [] }, words),
    );
    expect(text).toContain('This statement is not the legal payslip.');
    expect(text).toContain(formatMoney(body.totals.totalCostCents, 'EUR', 'en'));
    expect(text).not.toContain('Salaire');
  });
});

it('the PDF of a pay in Madagascar counts in whole ariary and never in euros', async () => {
  const activity = firstWith('abroadPay');
  const [pay] = recordsOf(activity, 'abroadPay');
  if (pay === undefined) throw new Error('the demonstration has no pay abroad');
  const { body } = pay;
  const { text } = await read(abroadPayDocument(pay, partiesOf(activity), await startPayWords('fr')));
  expect(body.currency).toBe('MGA');
  expect(text).toContain('Ce relevé n’est pas le bulletin de paie.');
  expect(text).toContain(activity.displayName);
  const ariary = (amount: number) => plainBlanks(formatMoney(amount, 'MGA', 'fr'));
  expect(ariary(1_234_567)).toBe('1 234 567 Ar');
  for (const amount of [body.input.budgetMinor, body.paidMinor, body.account.balanceMinor]) {
    expect(text).toContain(` ${ariary(amount)} `);
  }
  for (const { amountMinor } of body.lines) expect(text).toContain(` ${ariary(-amountMinor)} `);
  expect(text).not.toMatch(/,\d\d Ar|€/);
});
