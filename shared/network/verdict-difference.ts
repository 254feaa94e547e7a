import type { SalaryLineCode, SalarySide } from '../salary/salary-line.ts';
import type { VerdictBody } from '../records/verdict.ts';

/** How the two values of a difference are to be shown. */
export type DifferenceUnit = 'cents' | 'rateE7' | 'ratePpm' | 'text';

/** What a difference found by the server is about. */
export type DifferenceSubject =
  /** The record was altered after its first verdict, or altered underneath in one of the two copies. */
  | { readonly kind: 'altered' }
  /** The seal in the document does not belong to what the document says. */
  | { readonly kind: 'seal' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'status' }
  | { readonly kind: 'input' }
  /** Digests or rule version. */
  | { readonly kind: 'proof' }
  | { readonly kind: 'salaryLine'; readonly side: SalarySide; readonly code: SalaryLineCode; readonly figure: string }
  | { readonly kind: 'total'; readonly figure: string }
  /** Net or VAT of one rate of an invoice, by its position in the list of rates. */
  | { readonly kind: 'rateTotal'; readonly index: number; readonly figure: string }
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
 * `record`, `status`, `body.input*`. An unknown path stays readable as `other`.
 */
export function readDifference({ path, expected, found }: Difference): ReadDifference {
  const subject = readSubject(
    path.split('.').filter((part, index) => index > 0 || part !== 'body'),
    path,
  );
  return { subject, unit: unitOf(subject), expected, found };
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
    case 'status':
      return { kind: 'status' };
    case 'input':
      return { kind: 'input' };
    case 'computation':
      return { kind: 'proof' };
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

function unitOf(subject: DifferenceSubject): DifferenceUnit {
  if (!('figure' in subject)) return 'text';
  if (subject.figure.endsWith('Cents')) return 'cents';
  if (subject.figure.toLowerCase().endsWith('ratee7')) return 'rateE7';
  return subject.figure.endsWith('Ppm') ? 'ratePpm' : 'text';
}
