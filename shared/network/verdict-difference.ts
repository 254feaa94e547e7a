import type { SalaryLineCode, SalarySide } from '../salary/salary-line.ts';
import type { VerdictBody } from '../records/verdict.ts';

/** How the two values of a difference are to be shown. */
export type DifferenceUnit = 'cents' | 'rateE7' | 'ratePpm' | 'yesNo' | 'text';

/** What a difference found by the server is about. */
export type DifferenceSubject =
  /** The record was altered after its first verdict, or altered underneath in one of the two copies. */
  | { readonly kind: 'altered' }
  /** The seal in the document does not belong to what the document says. */
  | { readonly kind: 'seal' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'status' }
  | { readonly kind: 'input' }
  /** Digests. */
  | { readonly kind: 'proof' }
  | { readonly kind: 'ruleVersion' }
  | { readonly kind: 'salaryLine'; readonly side: SalarySide; readonly code: SalaryLineCode; readonly figure: string }
  | { readonly kind: 'total'; readonly figure: string }
  /** Net or VAT of one rate of an invoice, by its position in the list of rates. */
  | { readonly kind: 'rateTotal'; readonly index: number; readonly figure: string }
  /** Another activity's record has the id: this one is not in the network. */
  | { readonly kind: 'taken' }
  /** A second first revision was put beside the record's own. */
  | { readonly kind: 'roots' }
  /** Another invoice has the same number. */
  | { readonly kind: 'number' }
  /** The invoice is dated in the future. */
  | { readonly kind: 'date' }
  /** The series is not the activity's own. */
  | { readonly kind: 'series' }
  /** The place of this record's verdict is held by another's. */
  | { readonly kind: 'verdict' }
  /** A fact the pay was computed from; `figure` is a part of it when it has some. */
  | { readonly kind: 'payInput'; readonly name: string; readonly figure: string }
  /** The account the pay was asked from. */
  | { readonly kind: 'payAccount'; readonly figure: string }
  | { readonly kind: 'payCover'; readonly figure: string }
  | { readonly kind: 'payDate' }
  /** The pay is dated before the account was opened. */
  | { readonly kind: 'payOpening' }
  | { readonly kind: 'payTwice' }
  /** More pays wait in the book than are compared with it. */
  | { readonly kind: 'tooManyPays' }
  /** The book allows no such pay; `code` names an error. */
  | { readonly kind: 'payReason'; readonly code: string }
  | { readonly kind: 'other'; readonly path: string };

/** One difference of a verdict in a form that a screen can put in words; both values empty when there is none. */
export interface ReadDifference {
  readonly subject: DifferenceSubject;
  readonly unit: DifferenceUnit;
  readonly expected: string;
  readonly found: string;
}

type Difference = VerdictBody['differences'][number];

/**
 * Reads the paths of a verdict's differences, as the sync server writes them: `body.lines.employer.health.amountCents`,
 * `body.totals.totalCostCents`, `body.totals.byRate.0.vatCents`, `body.computation.*`, `body.seal`, `seal`, `stored`,
 * `record`, `status`, `body.input*`, `taken`, `roots`, `verdict`, `number`, `series`, `date`, `book.*`. An unknown path stays readable as `other`.
 */
export function readDifference({ path, expected, found }: Difference): ReadDifference {
  const parts = path.split('.').filter((part, index) => index > 0 || part !== 'body');
  const subject = parts[0] === 'book' ? readBookSubject(parts, expected, path) : readSubject(parts, path);
  const isReason = subject.kind === 'payReason';
  return { subject, unit: unitOf(subject), expected: isReason ? '' : expected, found };
}

function readSubject(parts: readonly string[], path: string): DifferenceSubject {
  const [first = '', second = '', third = '', fourth = ''] = parts;
  switch (first) {
    case 'seal':
      return { kind: path === 'seal' ? 'altered' : 'seal' };
    case 'stored':
      return { kind: 'altered' };
    case 'record':
      return { kind: 'gone' };
    case 'taken':
    case 'roots':
    case 'verdict':
    case 'number':
    case 'date':
    case 'series':
      return { kind: first };
    case 'status':
      return { kind: 'status' };
    case 'input':
      return { kind: 'input' };
    case 'computation':
      return { kind: second === 'ruleVersion' ? 'ruleVersion' : 'proof' };
    case 'lines':
      if (second !== 'employer' && second !== 'employee') return { kind: 'input' };
      // The server only names lines of the salary engine or of the claimed statement; the screen has a word for unknown ones.
      return { kind: 'salaryLine', side: second, code: third as SalaryLineCode, figure: fourth };
    case 'totals':
      if (second !== 'byRate') return { kind: 'total', figure: second };
      return { kind: 'rateTotal', index: Number(third === '' ? '0' : third), figure: fourth };
    default:
      return { kind: 'other', path };
  }
}

/** What the book says against a pay: `book.input.headcount`, `book.account.balanceCents`, `book.coverCents`. */
function readBookSubject(parts: readonly string[], expected: string, path: string): DifferenceSubject {
  const [, second = '', third = ''] = parts;
  switch (second) {
    case 'input':
      if (third === '') return { kind: 'payReason', code: expected };
      return { kind: 'payInput', name: third, figure: parts.at(-1) ?? '' };
    case 'settlement':
      return { kind: 'payInput', name: second, figure: third };
    case 'account':
      return third === '' ? { kind: 'payReason', code: expected } : { kind: 'payAccount', figure: third };
    case 'coverCents':
      return { kind: 'payCover', figure: second };
    case 'date':
      return { kind: 'payDate' };
    case 'opening':
      return { kind: 'payOpening' };
    case 'otherPay':
      return { kind: 'payTwice' };
    case 'tooManyPays':
      return { kind: 'tooManyPays' };
    default:
      return { kind: 'other', path };
  }
}

function unitOf(subject: DifferenceSubject): DifferenceUnit {
  if (!('figure' in subject)) return 'text';
  if (subject.figure.endsWith('Cents')) return 'cents';
  if (subject.figure.startsWith('is')) return 'yesNo';
  if (subject.figure.toLowerCase().endsWith('ratee7')) return 'rateE7';
  return subject.figure.endsWith('Ppm') ? 'ratePpm' : 'text';
}
