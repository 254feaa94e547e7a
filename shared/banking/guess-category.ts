import type { LedgerCategory } from '../records/ledger-entry.ts';
import { normaliseLabel } from './bank-label.ts';

/** What a bank line probably is. */
export interface CategoryGuess {
  readonly category: LedgerCategory;
  /** The default rate applies to the category; otherwise the line bears no VAT. */
  readonly hasVat: boolean;
  /** False only when the bank's own words leave no doubt. */
  readonly needsReview: boolean;
}

interface Rule {
  readonly words: RegExp;
  readonly sign: 'in' | 'out' | 'any';
  readonly category: LedgerCategory;
  readonly isSure?: boolean;
}

/**
 * Words of French banks on normalised labels, first match wins. None of these lines bears VAT for certain: fees and
 * insurance are mostly exempt (art. 261 C CGI), taxes and contributions are out of scope.
 */
const RULES: readonly Rule[] = [
  {
    words: /^(VIR(EMENT)? )?(INTERNE|COMPTE A COMPTE|EPARGNE)\b|\bVIR(EMENT)? INTERNE\b|^RETRAIT (DAB|GAB)\b/,
    sign: 'any',
    category: 'transfer',
  },
  {
    words:
      /^(AGIOS|INTERETS DEBITEURS|TENUE DE COMPTE|FRAIS (BANCAIRES?|(DE )?TENUE|(DE |D )?(VIR|VIREMENT|REJET|INTERVENTION)|SUR (VIR|VIREMENT|OPERATION))|COMMISSIONS? (D )?(INTERVENTION|MOUVEMENT|VIREMENT|(DE )?CHANGE)|COTIS(ATION)? (CARTE|CB|VISA|MASTERCARD))\b/,
    sign: 'out',
    category: 'bankFee',
    isSure: true,
  },
  {
    words: /^(FRAIS|COMMISSIONS?|COMM|COTIS(ATION)?|ABONNEMENT BANQUE)\b|\b(FRAIS BANCAIRES|ARRETE DE COMPTE)\b/,
    sign: 'out',
    category: 'bankFee',
  },
  {
    words: /\b(ASSURANCES?|ASSUR|MAIF|MACIF|MAAF|MATMUT|GROUPAMA|ALLIANZ|AXA|SMABTP|MUTUELLE)\b/,
    sign: 'out',
    category: 'insurance',
  },
  { words: /\b(URSSAF|DGFIP|IMPOTS?|TRESOR PUBLIC|CIPAV|AGIRC|CFE|MSA)\b/, sign: 'out', category: 'otherCharge' },
  { words: /\b(SALAIRES?|PAIE)\b/, sign: 'any', category: 'transfer' },
  {
    words: /\b(INTERETS (CREDITEURS|ACQUIS)|REMBOURSEMENT|REMBT|RBT|REMB|SUBVENTION|CAF|POLE EMPLOI|FRANCE TRAVAIL)\b/,
    sign: 'in',
    category: 'otherIncome',
  },
];

/** Guesses category and VAT of a bank line from its label and sign. Unknown words: a sale or a purchase, to be reviewed. */
export function guessCategory(label: string, amountCents: number): CategoryGuess {
  const compared = normaliseLabel(label);
  const sign = amountCents > 0 ? 'in' : 'out';
  const rule = RULES.find(
    (candidate) => (candidate.sign === 'any' || candidate.sign === sign) && candidate.words.test(compared),
  );
  if (rule) return { category: rule.category, hasVat: false, needsReview: rule.isSure !== true };
  return { category: sign === 'in' ? 'sale' : 'purchase', hasVat: true, needsReview: true };
}
