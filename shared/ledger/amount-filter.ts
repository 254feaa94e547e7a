import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { parseAmount } from '../money/parse.ts';

/** Bounds on an amount, both included; `isSigned` compares with the sign, otherwise the size alone counts. */
export interface AmountFilter {
  readonly fromCents: number;
  readonly toCents: number;
  readonly isSigned: boolean;
}

/**
 * Reads what a person types to look for an amount: `1234,56` (either sign), `-80` (money out only), `>100`, `>=100`,
 * `<50`, `100-200`, `100..200`. Empty text gives `undefined`: no filter. `decimals` of the currency.
 * Errors: `amount.invalid`, `amount.tooLarge`.
 */
export function parseAmountFilter(text: string, decimals: number): Result<AmountFilter | undefined> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(undefined);
  const compared = /^([<>])(=?)(.*)$/.exec(trimmed);
  if (compared) {
    const [, sign, equal, rest = ''] = compared;
    const bound = parseAmount(rest, decimals);
    if (!bound.ok) return bound;
    const step = equal === '=' ? 0 : 1;
    return sign === '>'
      ? ok({ fromCents: bound.value + step, toCents: Number.MAX_SAFE_INTEGER, isSigned: false })
      : ok({ fromCents: 0, toCents: bound.value - step, isSigned: false });
  }
  const range = /^([^.-].*?)\s*(?:-|–|\.\.)\s*([^.-].*)$/.exec(trimmed);
  if (range) {
    const from = parseAmount(range[1] ?? '', decimals);
    const to = parseAmount(range[2] ?? '', decimals);
    if (!from.ok || !to.ok) return fail(appError('amount.invalid', `not a range: ${text}`, { text }));
    const bounds = [from.value, to.value];
    return ok({ fromCents: Math.min(...bounds), toCents: Math.max(...bounds), isSigned: false });
  }
  const typed = trimmed.replace('−', '-');
  const exact = parseAmount(typed, decimals);
  if (!exact.ok) return exact;
  return ok({ fromCents: exact.value, toCents: exact.value, isSigned: /[+-]/.test(typed) });
}

/** Whether signed minor units lie within a filter. */
export function matchesAmount(filter: AmountFilter, amountCents: number): boolean {
  const compared = filter.isSigned ? amountCents : Math.abs(amountCents);
  return compared >= filter.fromCents && compared <= filter.toCents;
}
