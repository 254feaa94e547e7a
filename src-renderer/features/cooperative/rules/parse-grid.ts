import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import { formatMinor } from '../../../../shared/money/format.ts';
import { parseAmount } from '../../../../shared/money/parse.ts';
import type { WithholdingGrid } from '../../../../shared/records/withholding-grid.ts';
import { parsePercent } from '../../../ui/parse-percent.ts';

type Brackets = WithholdingGrid['brackets'];

const EURO_CENTS = 100;

/**
 * Reads the brackets of a grid as the text gives them, one a line: from; to; rate in percent. `name` is said where one does not
 * fit. Errors: `rules.invalid` with `field`: `gridLine` (it cannot be read), `gridGap` (it does not begin where the one
 * before ends), `gridOpen` (the last one has an end). Whether thresholds and rates rise is the rule's own check.
 */
export function parseGrid(text: string, name: string): Result<Brackets> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const brackets: Brackets = [];
  let end: number | undefined = 0;
  for (const line of lines) {
    const [from = '', to = '', rate = '', ...more] = line.split(/[;\t]/).map((part) => part.trim());
    const [fromCents, toCents] = [parseAmount(from), to === '' ? undefined : parseAmount(to)];
    const ratePpm = parsePercent(rate, 4);
    if (!fromCents.ok || toCents?.ok === false || !ratePpm.ok || more.length > 0) return invalidRule(name, 'gridLine');
    if (brackets.length > 0 && fromCents.value !== end) return invalidRule(name, 'gridGap');
    brackets.push({ fromCents: fromCents.value, ratePpm: ratePpm.value });
    end = toCents?.value;
  }
  if (brackets.length > 0 && end !== undefined) return invalidRule(name, 'gridOpen');
  return ok(brackets);
}

/** The brackets of a grid as they are typed. */
export function writeGrid(brackets: Brackets): string {
  const euros = (cents: number): string =>
    cents % EURO_CENTS === 0 ? String(cents / EURO_CENTS) : formatMinor(cents, 2, 'fr');
  return brackets
    .map(({ fromCents, ratePpm }, index) => {
      const next = brackets[index + 1];
      return [euros(fromCents), next === undefined ? '' : euros(next.fromCents), String(ratePpm / 10_000)].join(' ; ');
    })
    .join('\n');
}
