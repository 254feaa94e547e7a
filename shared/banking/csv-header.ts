import { normaliseLabel } from './bank-label.ts';

/** What a column of a bank's CSV holds. Several columns may be `label`; of the others the first one counts. */
export type CsvRole =
  | 'ignored'
  | 'date'
  | 'label'
  | 'amount'
  | 'debit'
  | 'credit'
  /** `D` or `C` beside an unsigned amount. */
  | 'direction'
  | 'balance'
  | 'reference'
  | 'currency'
  | 'counterparty'
  /** The own account, when one file holds several. */
  | 'account';

/** Words of the column names in French banks' exports (and the English ones of online banks), first match wins. */
const NAMES: readonly (readonly [RegExp, CsvRole | 'valueDate'])[] = [
  [/^(TYPE|POINTAGE|CATEGOR|SOUS CATEGOR|STATUT|STATE|SUPPLIER|ACCOUNT ?LABEL|COMMISSION|FEE)/, 'ignored'],
  [/SOLDE|BALANCE/, 'balance'],
  [/^DATE ?(DE )?VAL|^VALUE DATE|^DATE D EFFET|^DATE DE DEBIT/, 'valueDate'],
  [/^(DATE|JOUR|BOOKING DATE|COMPLETED DATE|TRANSACTION DATE)/, 'date'],
  [/^SENS\b/, 'direction'],
  [/DEBIT.*CREDIT|CREDIT.*DEBIT/, 'amount'],
  [/DEBIT|^DEPENSES?\b|^SORTIES?\b|^RETRAITS?\b/, 'debit'],
  [/CREDIT|^RECETTES?\b|^ENTREES?\b|^VERSEMENTS?\b/, 'credit'],
  [/MONTANT|AMOUNT/, 'amount'],
  [/^(DEVISE|CURRENCY|MONNAIE)/, 'currency'],
  [/CONTREPARTIE|TIERS|BENEFICIAIRE|EMETTEUR|PAYEE|COUNTERPARTY|^NOM$|^NAME$/, 'counterparty'],
  [/^(COMPTE|IBAN|ACCOUNTNUM|(N|NO|NUM|NUMERO) (DE |DU )?COMPTE)$/, 'account'],
  [/^REF|REFERENCE|^(N|NO|NUM|NUMERO)\b|\bID$|^ID\b/, 'reference'],
  [
    /LIBELLE|LABEL|DESCRIPTION|INTITULE|OPERATION|NATURE|MOTIF|DETAIL|OBJET|COMMUNICATION|INFORMATION|MEMO|DESIGNATION/,
    'label',
  ],
];

/** Roles of the columns by their names; names that say nothing give `ignored`. */
export function rolesByName(names: readonly string[]): CsvRole[] {
  const found = names.map((name) => {
    const compared = normaliseLabel(name);
    return compared === '' ? 'ignored' : (NAMES.find(([words]) => words.test(compared))?.[1] ?? 'ignored');
  });
  const hasDate = found.includes('date');
  return keepFirst(found.map((role) => (role === 'valueDate' ? (hasDate ? 'ignored' : 'date') : role)));
}

/** Each role once, except `label`. */
function keepFirst(roles: readonly CsvRole[]): CsvRole[] {
  const hasSides = roles.includes('debit') && roles.includes('credit');
  return roles.map((role, index) => {
    if (role === 'label' || role === 'ignored') return role;
    if (role === 'amount' && hasSides) return 'ignored';
    return roles.indexOf(role) === index ? role : 'ignored';
  });
}

/** Whether the roles are enough to read lines: a date and an amount. */
export function canReadLines(roles: readonly CsvRole[]): boolean {
  return roles.includes('date') && (roles.includes('amount') || roles.includes('debit') || roles.includes('credit'));
}

/** Position of the header among the first records, by the words in it; -1 when there is none. */
export function findHeader(rows: readonly { readonly fields: readonly string[] }[]): number {
  let best = -1;
  let bestCount = 2;
  rows.slice(0, 60).forEach(({ fields }, index) => {
    // A preamble line such as `Solde au 31/01/2026;12,50` has the words but also figures.
    if (fields.some((field) => /^[+-]?[\d\s.,/]*\d[\d\s.,/]*$/.test(field))) return;
    const roles = rolesByName(fields);
    const count = roles.filter((role) => role !== 'ignored').length;
    if (canReadLines(roles) && count > bestCount) {
      best = index;
      bestCount = count;
    }
  });
  if (best >= 0) return best;
  return rows.slice(0, 60).findIndex(({ fields }) => canReadLines(rolesByName(fields)));
}
