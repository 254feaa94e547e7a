import type { SalaryLineCode } from '../../shared/salary/salary-line.ts';

/** What the payroll office calls the lines of the engine. */
export const LINE_NAMES: Readonly<Record<SalaryLineCode, string>> = {
  health: 'maladie',
  cappedOldAge: 'vieillessePlafonnee',
  uncappedOldAge: 'vieillesseDeplafonnee',
  familyAllowances: 'allocationsFamiliales',
  workAccident: 'atmp',
  fnal: 'fnal',
  solidarityAutonomy: 'csa',
  unemployment: 'chomage',
  wageGuarantee: 'ags',
  supplementaryPension: 'retraiteComplementaire',
  ceg: 'ceg',
  cet: 'cet',
  apec: 'apec',
  socialDialogue: 'dialogueSocial',
  vocationalTraining: 'formationProfessionnelle',
  apprenticeshipTax: 'taxeApprentissagePrincipale',
  apprenticeshipTaxBalance: 'taxeApprentissageSolde',
  apprenticeshipSurcharge: 'contributionSupplementaireApprentissage',
  peec: 'peec',
  mobilityLevy: 'versementMobilite',
  cadreWelfare: 'prevoyanceCadre',
  forfaitSocial: 'forfaitSocial',
  healthCover: 'complementaireSante',
  csgDeductible: 'csgDeductible',
  csgNonDeductible: 'csgNonDeductible',
  crds: 'crds',
  generalReduction: 'reductionGenerale',
};

/** The name of a line; extra lines keep their own code. */
export function lineName(code: string): string {
  return Object.hasOwn(LINE_NAMES, code) ? LINE_NAMES[code as SalaryLineCode] : code; // just checked
}
