import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail } from '../../shared/core/result.ts';
import { parseAmount } from '../../shared/money/parse.ts';

/**
 * Reads a percentage between 0 and 100 into an integer with `decimals` digits behind the percent: four give parts per
 * million, five parts in ten million. Error: `rate.invalid`.
 */
export function parsePercent(text: string, decimals: number): Result<number> {
  const parsed = parseAmount(text.replace('%', ''), decimals);
  const isRate = parsed.ok && parsed.value >= 0 && parsed.value <= 10 ** (decimals + 2);
  return isRate ? parsed : fail(appError('rate.invalid', `not a percentage: ${text}`, { text }));
}
