import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { applyRate } from '../money/rate.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Territory, WithholdingGrid } from '../records/withholding-grid.ts';
import { KNOWN_GRIDS } from './known-grids.ts';

/** The two totals of a pay that the tax is taken from. */
export interface TaxedTotals {
  readonly taxableNetCents: number;
  readonly netBeforeTaxCents: number;
}

/** Income tax withheld from a pay, and what reaches the bank account. */
export interface Withholding {
  readonly rate: RecordOf<'withholdingRate'>;
  /** Where the rate is neutral: the grid that gave it. */
  readonly grid: WithholdingGrid | undefined;
  /** Taxable net of the pay; never below zero. */
  readonly baseCents: number;
  readonly ratePpm: number;
  readonly amountCents: number;
  readonly netPaidCents: number;
}

/**
 * The tax withheld from a pay that leaves on a day: taxable net × the rate in force on that day, rounded half up to the cent
 * (CGI, articles 204 A to 204 H; the base is that of article 204 F; rounding: BOFiP, BOI-IR-PAS-20-20). Where the
 * rate is neutral, the grid of the person's territory on that day gives it from the base of the month.
 * Errors: `withholding.noRate` (`date`), `withholding.noGrid` (`date`, `territory`): nothing is guessed.
 */
export function computeWithholding(
  { taxableNetCents, netBeforeTaxCents }: TaxedTotals,
  date: string,
  rates: readonly RecordOf<'withholdingRate'>[],
  grids: readonly WithholdingGrid[],
): Result<Withholding> {
  const rate = rateInForce(rates, date);
  if (rate === undefined) return fail(appError('withholding.noRate', `no rate is known on ${date}`, { date }));
  const baseCents = Math.max(0, taxableNetCents);
  const { territory = 'metropole', kind } = rate.body;
  const grid = kind === 'neutral' ? gridInForce(grids, territory, date) : undefined;
  if (kind === 'neutral' && grid === undefined) {
    return fail(appError('withholding.noGrid', `no grid of ${territory} covers ${date}`, { date, territory }));
  }
  const ratePpm = grid === undefined ? (rate.body.ratePpm ?? 0) : defaultRate(grid, baseCents);
  const amountCents = applyRate(baseCents, ratePpm);
  return ok({ rate, grid, baseCents, ratePpm, amountCents, netPaidCents: netBeforeTaxCents - amountCents });
}

/** The rate of a person in force on a day: the latest that began by then and was not taken back. */
function rateInForce(
  rates: readonly RecordOf<'withholdingRate'>[],
  date: string,
): RecordOf<'withholdingRate'> | undefined {
  return rates
    .filter((rate) => rate.status === 'active' && rate.date <= date)
    .reduce<RecordOf<'withholdingRate'> | undefined>(
      (latest, rate) => (latest === undefined || rate.date > latest.date ? rate : latest),
      undefined,
    );
}

/** The grid of a territory on a day, among those that come with Sillon and those the cooperative entered. */
export function gridInForce(
  grids: readonly WithholdingGrid[],
  territory: Territory,
  date: string,
): WithholdingGrid | undefined {
  return [...KNOWN_GRIDS, ...grids].find(
    (grid) => grid.territory === territory && grid.from <= date && date <= grid.until,
  );
}

/** The rate of the bracket in which a base lies: from its threshold on, below the next. */
export function defaultRate({ brackets }: WithholdingGrid, baseCents: number): number {
  return brackets.findLast(({ fromCents }) => fromCents <= baseCents)?.ratePpm ?? 0;
}
