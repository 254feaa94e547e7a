import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail } from '../core/result.ts';

/** Whether a value is an integer from `min` to `max`; false for NaN, fractions and anything that is not a number. */
export function isIntegerWithin(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}

/** The refusal of an input: `salary.invalidInput` with `field` and, for numbers, `min` and `max`. */
export function invalidSalaryInput(field: string, range: Readonly<Record<string, number>> = {}): Result<never> {
  return fail(appError('salary.invalidInput', `salary input refused: ${field}`, { field, ...range }));
}
