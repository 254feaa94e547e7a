import type { SalaryLineCode } from '../../shared/salary/salary-line.ts';

const PREFIX = 'salarié . cotisations . ';

type LineKey = `${'employer' | 'employee'}.${SalaryLineCode}`;

/** Rules of the public model for each line of a pay; several are added up. Amounts in euros a month. */
export const ORACLE_RULES: Readonly<Partial<Record<LineKey, string>>> = {
  'employer.health': 'maladie . employeur',
  'employer.cappedOldAge': 'vieillesse . employeur . plafonnée',
  'employer.uncappedOldAge': 'vieillesse . employeur . déplafonnée',
  'employer.familyAllowances': 'allocations familiales',
  'employer.workAccident': 'ATMP',
  'employer.fnal': 'FNAL',
  'employer.solidarityAutonomy': 'CSA',
  'employer.unemployment': 'chômage',
  'employer.wageGuarantee': 'AGS',
  'employer.supplementaryPension': 'retraite complémentaire . employeur',
  'employer.ceg': 'CEG . employeur',
  'employer.cet': 'CET . employeur',
  'employer.apec': 'APEC . employeur',
  'employer.socialDialogue': 'contribution au dialogue social',
  'employer.vocationalTraining': 'formation professionnelle',
  'employer.apprenticeshipTax': "taxe d'apprentissage . base",
  'employer.apprenticeshipTaxBalance': "taxe d'apprentissage . solde",
  'employer.apprenticeshipSurcharge': "taxe d'apprentissage . contribution supplémentaire",
  'employer.peec': 'PEEC',
  'employer.mobilityLevy': 'versement mobilité',
  'employer.cadreWelfare': 'prévoyances . employeur . cadres',
  'employer.forfaitSocial': 'forfait social',
  'employer.healthCover': 'prévoyances . santé . employeur',
  'employee.cappedOldAge': 'vieillesse . salarié . plafonnée',
  'employee.uncappedOldAge': 'vieillesse . salarié . déplafonnée',
  'employee.supplementaryPension': 'retraite complémentaire . salarié',
  'employee.ceg': 'CEG . salarié',
  'employee.cet': 'CET . salarié',
  'employee.apec': 'APEC . salarié',
  'employee.healthCover': 'prévoyances . santé . salarié',
  'employee.csgDeductible': 'CSG-CRDS . CSG . déductible',
  'employee.csgNonDeductible': 'CSG-CRDS . CSG . non déductible',
  'employee.crds': 'CSG-CRDS . CRDS',
};

/** The general reduction, which the model names differently from 2026. */
export const ORACLE_REDUCTION = { 2025: 'exonérations . réduction générale', 2026: 'exonérations . RGDU' } as const;

/** Full name of a rule of contributions. */
export function ruleName(rule: string): string {
  return PREFIX + rule;
}
