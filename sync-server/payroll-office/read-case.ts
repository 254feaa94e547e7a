import { statementInput } from '../../shared/records/salary-statement.ts';
import { findPayrollParameters } from '../../shared/salary/find-parameters.ts';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';
import type { WorkingTime } from '../../shared/salary/working-time.ts';
import type { YearToDate } from '../../shared/salary/year-to-date.ts';
import { measureYear } from '../../shared/salary/year-to-date.ts';
import type { ConvertError } from './convert-error.ts';
import { convertError } from './convert-error.ts';
import { readWorkingTime, WORKING_TIME_FORM } from './read-working-time.ts';
import { toWhole } from './to-whole.ts';

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
  'workingTime',
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

const NUMBERS = ['effectif', 'atmpRatePercent', 'mutuelleCents', 'mutuelleEmployerSharePercent'];
const PPM_IN_PERCENT = 10_000;

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
  if (fields.has('weeklyHours') === fields.has('workingTime')) {
    return fieldError('workingTime', 'is "none" or counted, or weeklyHours is given: one of them');
  }
  const workingTime = fields.has('workingTime')
    ? readWorkingTime(fields.get('workingTime'))
    : readWorkingTime({ weeklyHours: fields.get('weeklyHours') });
  if (workingTime === undefined) {
    return fieldError(fields.has('workingTime') ? 'workingTime' : 'weeklyHours', WORKING_TIME_FORM);
  }
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
  return readNumbers(fields, { period, isCadre, workingTime, direction, amountCents });
}

function readNumbers(
  fields: ReadonlyMap<string, unknown>,
  facts: { period: string; isCadre: boolean; workingTime: WorkingTime; direction: Direction; amountCents: number },
): SalaryCase | ConvertError {
  const scaled = (name: string, factor: number): number => toWhole(fields.get(name) ?? 0, factor);
  const { period, isCadre, workingTime, direction, amountCents } = facts;
  const numbers = {
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
    workingTime,
    ...numbers,
    ...(extraLines && { extraLines }),
    ...(yearToDate && measured(yearToDate, period)),
  };
  return { input, direction, amountCents };
}

/** A year as pays of before carry it, in the measures of now; nothing in a month without parameters, which the engine names. */
function measured(yearToDate: YearToDate, period: string): Pick<SalaryInput, 'yearSoFar'> {
  const parameters = findPayrollParameters(period);
  return parameters.ok ? { yearSoFar: measureYear(yearToDate, parameters.value) } : {};
}

function fieldError(field: string, what: string): ConvertError {
  return convertError('convert.field', `${field} ${what}`);
}
