import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { invalidSalaryInput, isIntegerWithin } from './invalid-salary-input.ts';
import { EXTRA_INDEX } from './salary-bases.ts';
import { MAX_SALARY_CENTS } from './salary-limits.ts';
import type { SalarySide } from './salary-line.ts';
import { RATE_E7 } from './salary-line.ts';

/** What an extra line applies to: an amount a month, gross pay, or gross pay cut at the (prorated) ceiling. */
export type ExtraLineBase = 'fixed' | 'gross' | 'upToCeiling' | 'fromOneToEightCeilings';

/**
 * A line the cooperative adds to a pay: occupational health, provident cover, paid-leave provision, meal vouchers.
 * `fixed` takes `amountCents` a month, the other bases `rateE7` (1e-7).
 *
 * Slices are slices of the gross, not of the contribution base: that base itself depends on welfare lines. With a year to
 * date they are regularised over the year, also for a line that came in the course of it.
 */
export interface ExtraLine {
  /** Starts with `x-`, so that it never meets a contribution; unique on its side. */
  readonly code: string;
  readonly label: string;
  readonly side: SalarySide;
  readonly base: ExtraLineBase;
  readonly rateE7: number;
  readonly amountCents: number;
  /**
   * Compulsory provident cover: the employer's share bears CSG and CRDS, counts for the forfait social, the exempt limit and
   * the tax limit; the employee's share is deducted from taxable and social net and counts for the tax limit. Otherwise an
   * employer's line is cost alone, and an employee's line is withheld from the net and from nothing else.
   */
  readonly isWelfare: boolean;
  readonly source: string;
  readonly since: string;
}

/** The most extra lines of one pay. */
export const MAX_EXTRA_LINES = 40;

/** Rates of the employee's lines and of the employer's welfare lines add up to at most 50 %, so that net rises with gross. */
export const MAX_EXTRA_RATE_E7 = 5_000_000;

const MAX_FIXED_CENTS = 1_000_000;
/** Cents of the largest pay in 1e-7 of it. */
const FIXED_CENTS_E7 = MAX_SALARY_CENTS / RATE_E7;
const CODE = /^x-[a-z0-9-]{1,40}$/;

/**
 * Checks extra lines: codes, bases, integers within their ranges (at most 10,000 € a month), no code twice on one side, and
 * rates that leave the net rising with the gross ({@link MAX_EXTRA_RATE_E7}). Error: `salary.invalidInput` with the `field`,
 * for example `extraLines.x-meal.rateE7`.
 */
export function validateExtraLines(lines: readonly ExtraLine[]): Result<readonly ExtraLine[]> {
  if (!Array.isArray(lines) || lines.length > MAX_EXTRA_LINES) {
    return invalidSalaryInput('extraLines', { max: MAX_EXTRA_LINES });
  }
  const seen = new Set<string>();
  let sharedRateE7 = 0;
  for (const line of lines as readonly ExtraLine[]) {
    const { code, side, base, rateE7, amountCents, isWelfare } = line;
    if (typeof code !== 'string' || !CODE.test(code)) return invalidSalaryInput('extraLines.code');
    const path = `extraLines.${code}`;
    if (side !== 'employee' && (side as unknown) !== 'employer') return invalidSalaryInput(`${path}.side`);
    if (!Object.hasOwn(EXTRA_INDEX, base)) return invalidSalaryInput(`${path}.base`);
    if (!isIntegerWithin(rateE7, 0, RATE_E7)) return invalidSalaryInput(`${path}.rateE7`, { max: RATE_E7 });
    if (!isIntegerWithin(amountCents, 0, MAX_FIXED_CENTS)) {
      return invalidSalaryInput(`${path}.amountCents`, { max: MAX_FIXED_CENTS });
    }
    if (typeof isWelfare !== 'boolean') return invalidSalaryInput(`${path}.isWelfare`);
    const key = side + code;
    if (seen.has(key)) return invalidSalaryInput(path);
    seen.add(key);
    // A fixed amount counts by its share of the largest pay, so that welfare stays under half of it: products stay exact.
    if (isWelfare || side === 'employee') sharedRateE7 += base === 'fixed' ? amountCents / FIXED_CENTS_E7 : rateE7;
  }
  if (sharedRateE7 > MAX_EXTRA_RATE_E7) return invalidSalaryInput('extraLines.rateE7', { max: MAX_EXTRA_RATE_E7 });
  return ok(lines);
}
