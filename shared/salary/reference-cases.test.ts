import { describe, expect, it } from 'vitest';
import { amountsByLine } from './amounts-by-line.test-support.ts';
import { prepareSalary } from './compute-from-gross.ts';
import reference from './reference-cases.json' with { type: 'json' };
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import type { SalaryLineCode } from './salary-line.ts';
import { solvePreparedFromCost } from './solve-from-cost.ts';

/** The names of the source for our line codes. */
const CODE_OF_SOURCE: Readonly<Record<string, SalaryLineCode>> = {
  maladie: 'health',
  vieillessePlafonnee: 'cappedOldAge',
  vieillesseDeplafonnee: 'uncappedOldAge',
  allocationsFamiliales: 'familyAllowances',
  atmp: 'workAccident',
  fnal: 'fnal',
  csa: 'solidarityAutonomy',
  chomage: 'unemployment',
  ags: 'wageGuarantee',
  retraiteComplementaire: 'supplementaryPension',
  ceg: 'ceg',
  cet: 'cet',
  apec: 'apec',
  dialogueSocial: 'socialDialogue',
  formationProfessionnelle: 'vocationalTraining',
  taxeApprentissagePrincipale: 'apprenticeshipTax',
  taxeApprentissageSolde: 'apprenticeshipTaxBalance',
  contributionSupplementaireApprentissage: 'apprenticeshipSurcharge',
  peec: 'peec',
  prevoyanceCadre: 'cadreWelfare',
  forfaitSocial: 'forfaitSocial',
  complementaireSante: 'healthCover',
  csgDeductible: 'csgDeductible',
  csgNonDeductible: 'csgNonDeductible',
  crds: 'crds',
  reductionGenerale: 'generalReduction',
};

interface ReferenceCase {
  readonly id: string;
  readonly input: SalaryInput;
  readonly budgetCents: number | undefined;
  readonly grossCents: number | undefined;
  readonly residueCents: number | undefined;
  readonly amounts: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, number>>;
}

function readCase(row: string): ReferenceCase {
  const values = row.split(';');
  const cell = (column: string): string => {
    const index = reference.columns.indexOf(column);
    if (index === -1) throw new Error(`no column ${column}`);
    return values[index] ?? '';
  };
  const optional = (column: string): number | undefined => (cell(column) === '' ? undefined : Number(cell(column)));
  const amounts: Record<string, number> = {};
  const totals: Record<string, number> = {};
  for (const column of reference.columns) {
    const [group = '', name = ''] = column.split('.');
    const value = optional(column);
    if (group === 'totals' && value !== undefined) totals[name] = value;
    if (!['employer', 'employee'].includes(group) || value === undefined || value === 0) continue;
    const code = CODE_OF_SOURCE[name];
    if (code === undefined) throw new Error(`no code for ${name}`);
    amounts[`${group}.${code}`] = value;
  }
  return {
    id: cell('id'),
    input: {
      period: cell('period'),
      workingTime: { kind: 'weeklyHours', minutes: Number(cell('weeklyMinutes')) },
      headcount: Number(cell('headcount')),
      isCadre: cell('isCadre') === '1',
      atmpRatePpm: Number(cell('atmpRatePpm')),
      mutuelleCents: Number(cell('mutuelleCents')),
      mutuelleEmployerSharePpm: Number(cell('mutuelleEmployerSharePpm')),
      transportRatePpm: 0,
    },
    budgetCents: optional('budgetCents'),
    grossCents: optional('grossCents'),
    residueCents: optional('residueCents'),
    amounts,
    totals,
  };
}

const cases = reference.cases.map(readCase);

describe('the cases of the open model of the French social administration', () => {
  it('are all here', () => {
    expect(cases).toHaveLength(129);
    expect(cases.filter((one) => one.budgetCents !== undefined)).toHaveLength(33);
    expect(new Set(cases.map((one) => one.id)).size).toBe(129);
  });

  it.each(cases)('$id: every line and total to the cent', (one) => {
    const prepared = prepareSalary(one.input);
    if (!prepared.ok) throw new Error(prepared.error.message);
    if (one.budgetCents === undefined) {
      expectFigures(prepared.value.fromGross(one.grossCents ?? Number.NaN), one);
      return;
    }
    const solved = solvePreparedFromCost(prepared.value, one.budgetCents);
    if (one.grossCents === undefined) {
      expect(solved).toMatchObject({ ok: false, error: { code: 'salary.budgetTooLow' } });
      return;
    }
    if (!solved.ok) throw new Error(solved.error.message);
    expect(solved.value.residueCents).toBe(one.residueCents);
    expect(solved.value.computation.grossCents).toBe(one.grossCents);
    expectFigures({ ok: true, value: solved.value.computation }, one);
  });
});

function expectFigures(result: { ok: boolean; value?: SalaryComputation }, one: ReferenceCase): void {
  if (!result.ok || !result.value) throw new Error(`${one.id} was refused`);
  expect(amountsByLine(result.value)).toEqual(one.amounts);
  expect(result.value.totals).toMatchObject({
    employerContributionsCents: one.totals['employerContributions'],
    employeeContributionsCents: one.totals['employeeContributions'],
    netBeforeTaxCents: one.totals['netBeforeTax'],
    totalCostCents: one.totals['totalCost'],
  });
}
