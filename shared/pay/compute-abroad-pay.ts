import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { MAX_AMOUNT_CENTS } from '../money/parse.ts';
import { applyRate } from '../money/rate.ts';
import type { CountryProfile } from '../records/country-profile.ts';
import { isMonth, lastDay } from '../time/month.ts';

/** One line between budget and pay, in minor units of the profile's currency. */
export interface AbroadPayLine {
  readonly code: string;
  readonly baseMinor: number;
  /** 0 for a fixed amount. */
  readonly ratePpm: number;
  readonly amountMinor: number;
}

/** A pay outside the French payroll: budget less lines. */
export interface AbroadPay {
  readonly period: string;
  readonly profile: CountryProfile;
  readonly budgetMinor: number;
  readonly lines: readonly AbroadPayLine[];
  readonly paidMinor: number;
}

/** The profile of a country in force on the last day of a month. Error: `abroad.noProfile` (`country`, `period`). */
export function findCountryProfile(
  profiles: readonly CountryProfile[],
  country: string,
  period: string,
): Result<CountryProfile> {
  let found: CountryProfile | undefined;
  for (const profile of profiles) {
    const isInForce = profile.country === country && profile.from <= lastDay(period);
    if (isInForce && (found === undefined || profile.from >= found.from)) found = profile;
  }
  if (found !== undefined) return ok(found);
  return fail(appError('abroad.noProfile', `no pay profile of ${country} in ${period}`, { country, period }));
}

/**
 * What a member abroad is paid from a budget, in minor units of their own currency (the ariary has none in use): every line
 * of the profile is a share of the budget, rounded half up, or a fixed amount; the rest is paid.
 * Errors: `period.invalid`, `amount.invalid` (negative, fraction, NaN), `amount.tooLarge`, `abroad.linesAboveBudget`.
 */
export function computeAbroadPay(profile: CountryProfile, period: string, budgetMinor: number): Result<AbroadPay> {
  if (!isMonth(period)) return fail(appError('period.invalid', `${period} is not a month`));
  if (budgetMinor > MAX_AMOUNT_CENTS) return fail(appError('amount.tooLarge', 'the budget is too large'));
  if (!Number.isSafeInteger(budgetMinor) || budgetMinor < 0) {
    return fail(appError('amount.invalid', 'the budget is not an amount'));
  }
  const lines = profile.lines.map(({ code, base, ratePpm, amountMinor }) =>
    base === 'fixed'
      ? { code, baseMinor: amountMinor, ratePpm: 0, amountMinor }
      : { code, baseMinor: budgetMinor, ratePpm, amountMinor: applyRate(budgetMinor, ratePpm) },
  );
  const paidMinor = lines.reduce((rest, line) => rest - line.amountMinor, budgetMinor);
  if (paidMinor < 0) return fail(appError('abroad.linesAboveBudget', 'the lines are above the budget'));
  return ok({ period, profile, budgetMinor, lines, paidMinor });
}
