import type { Result } from '../core/result.ts';
import type { PayDay } from '../records/net-pay.ts';
import type { WithholdingGrid } from '../records/withholding-grid.ts';
import { findGridFault } from '../withholding/check-grids.ts';
import { KNOWN_GRIDS } from '../withholding/known-grids.ts';
import { invalidRule } from './invalid-rule.ts';
import { checkDistinctDates } from './same-date.ts';

/**
 * Whether tax can be withheld with these grids and pays leave on these days. Errors: `rules.invalid` (`name`, `field`),
 * `rules.sourceMissing`, `rules.sameDate` (`date`).
 */
export function checkNetPay({
  withholdingGrids = [],
  payDays = [],
}: {
  readonly withholdingGrids?: readonly WithholdingGrid[] | undefined;
  readonly payDays?: readonly PayDay[] | undefined;
}): Result<unknown> {
  const found = findGridFault(withholdingGrids, KNOWN_GRIDS);
  if (found === undefined) return checkDistinctDates(payDays);
  return invalidRule(found.from, found.fault, found.fault === 'source' ? 'rules.sourceMissing' : 'rules.invalid');
}
