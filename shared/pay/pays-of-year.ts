import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import { isPayCounted } from './counted-pay.ts';

/** A pay as the year counts it: a statement of the book, or a month that a plan has paid. */
export interface MadePay {
  readonly status: string;
  readonly body: { readonly input: SalaryInput & { readonly grossCents: number } };
}

/**
 * The pays of the same calendar year before a month that stand, in the order of their months. Error: `salary.laterPay`
 * (`month`) when a later month of the year was paid already: a pay counts in the order it is made.
 */
export function paysOfYear(period: string, pays: readonly MadePay[]): Result<readonly MadePay[]> {
  const ofYear = pays
    .filter((pay) => isPayCounted(pay) && pay.body.input.period.slice(0, 4) === period.slice(0, 4))
    .toSorted((a, b) => (a.body.input.period < b.body.input.period ? -1 : 1));
  const later = ofYear.findLast(({ body }) => body.input.period > period);
  if (later === undefined) return ok(ofYear.filter(({ body }) => body.input.period < period));
  const month = later.body.input.period;
  return fail(appError('salary.laterPay', `${month} was paid already`, { month }));
}
