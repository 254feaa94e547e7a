import { statementInput } from '../../shared/records/salary-statement.ts';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';
import type { ConvertError } from './convert-error.ts';
import { convertError } from './convert-error.ts';

/** From which amount a case starts. */
export type Direction = 'grossCents' | 'totalCostCents' | 'netBeforeTaxCents';

/** One case: who is paid, and the amount to start from, in cents. */
export interface SalaryCase {
  readonly input: SalaryInput;
  readonly direction: Direction;
  readonly amountCents: number;
}

const DIRECTIONS: readonly Direction[] = ['grossCents', 'totalCostCents', 'netBeforeTaxCents'];

/** Members of a case; those after the first seven may be left out. */
export const CASE_FIELDS = [
  'period',
  'weeklyHours',
  'effectif',
  'cadre',
  'atmpRatePercent',
  'mutuelleCents',
  'mutuelleEmployerSharePercent',
  'date',
  'versementMobilitePercent',
  'extraLines',
  'yearToDate',
  ...DIRECTIONS,
] as const;

const NUMBERS = ['weeklyHours', 'effectif', 'atmpRatePercent', 'mutuelleCents', 'mutuelleEmployerSharePercent'];
const PPM_IN_PERCENT = 10_000;
const MINUTES_IN_HOUR = 60;

/** Reads one case. Whatever is missing, unknown or of the wrong kind is refused: a payroll must not guess. */
export function readCase(value: unknown): SalaryCase | ConvertError {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return convertError('convert.notJson', 'a case is a JSON object');
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const known: readonly string[] = CASE_FIELDS;
  const unknownField = [...fields.keys()].find((name) => !known.includes(name));
  if (unknownField !== undefined) return fieldError(unknownField, 'is not a member of a case');
  const missing = NUMBERS.find((name) => typeof fields.get(name) !== 'number');
  if (missing !== undefined) return fieldError(missing, 'must be a number');
  const period = fields.get('period');
  const date = fields.get('date');
  const isCadre = fields.get('cadre');
  if (typeof period !== 'string') return fieldError('period', 'must be a month such as 2026-03');
  if (date !== undefined && (typeof date !== 'string' || !date.startsWith(period))) {
    return fieldError('date', 'must be a day of the period');
  }
  if (typeof isCadre !== 'boolean') return fieldError('cadre', 'must be true or false');
  const given = DIRECTIONS.filter((name) => fields.has(name));
  const [direction] = given;
  const amountCents = direction === undefined ? undefined : fields.get(direction);
  if (given.length !== 1 || direction === undefined || typeof amountCents !== 'number') {
    return convertError('convert.amount', `a case has exactly one of ${DIRECTIONS.join(', ')}, a number of cents`);
  }
  return readNumbers(fields, { period, isCadre, direction, amountCents });
}

function readNumbers(
  fields: ReadonlyMap<string, unknown>,
  facts: { period: string; isCadre: boolean; direction: Direction; amountCents: number },
): SalaryCase | ConvertError {
  const scaled = (name: string, factor: number): number => toWhole(fields.get(name) ?? 0, factor);
  const { period, isCadre, direction, amountCents } = facts;
  const numbers = {
    weeklyMinutes: scaled('weeklyHours', MINUTES_IN_HOUR),
    headcount: scaled('effectif', 1),
    atmpRatePpm: scaled('atmpRatePercent', PPM_IN_PERCENT),
    mutuelleCents: scaled('mutuelleCents', 1),
    mutuelleEmployerSharePpm: scaled('mutuelleEmployerSharePercent', PPM_IN_PERCENT),
    transportRatePpm: scaled('versementMobilitePercent', PPM_IN_PERCENT),
  };
  const parts = statementInput.pick({ extraLines: true, yearToDate: true }).safeParse({
    ...(fields.has('extraLines') && { extraLines: fields.get('extraLines') }),
    ...(fields.has('yearToDate') && { yearToDate: fields.get('yearToDate') }),
  });
  if (!parts.success) {
    const path = parts.error.issues[0]?.path.join('.') ?? '';
    return fieldError(path, parts.error.issues[0]?.message ?? 'is not valid');
  }
  const { extraLines, yearToDate } = parts.data;
  const input: SalaryInput = {
    period,
    isCadre,
    ...numbers,
    ...(extraLines && { extraLines }),
    ...(yearToDate && { yearToDate }),
  };
  return { input, direction, amountCents };
}

/**
 * A decimal number × factor as the whole number it stands for (2.08 % → 20,800 ppm). What is not whole stays as it is, so that the
 * engine refuses it; what floating point adds to a decimal number is far below the tolerance.
 */
function toWhole(value: unknown, factor: number): number {
  if (typeof value !== 'number') return Number.NaN;
  const product = value * factor;
  const whole = Math.round(product);
  return Math.abs(product - whole) < 1e-6 ? whole : product;
}

function fieldError(field: string, what: string): ConvertError {
  return convertError('convert.field', `${field} ${what}`);
}
