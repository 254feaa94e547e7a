import { benefitLines } from '../pay/benefit-lines.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { Benefit, BenefitStep } from '../records/benefit.ts';
import { validateExtraLines } from '../salary/extra-line.ts';
import { invalidRule } from './invalid-rule.ts';

/**
 * Whether benefits can be granted: a source, an end after the start, lines a pay can carry, no step that a later one always
 * hides, and no two of one code from one day. Errors: `rules.invalid` (`name`, `field`), `rules.sourceMissing`,
 * `rules.hiddenStep` (`name`, `step`), `rules.sameName`.
 */
export function checkBenefits(benefits: readonly Benefit[]): Result<readonly Benefit[]> {
  const seen = new Set<string>();
  for (const benefit of benefits) {
    const checked = checkBenefit(benefit);
    if (!checked.ok) return checked;
    const key = `${benefit.code} ${benefit.from}`;
    if (seen.has(key)) return invalidRule(benefit.label, 'from', 'rules.sameName');
    seen.add(key);
  }
  return ok(benefits);
}

function checkBenefit(benefit: Benefit): Result<Benefit> {
  const { label, source, from, until, steps } = benefit;
  if (label.trim() === '') return invalidRule(label, 'label');
  if (source.trim() === '') return invalidRule(label, 'source', 'rules.sourceMissing');
  if (until !== undefined && until < from) return invalidRule(label, 'until');
  for (const [index, step] of steps.entries()) {
    const isHidden = steps.slice(index + 1).some((later) => hides(later, step));
    if (isHidden) {
      return fail(
        appError('rules.hiddenStep', `step ${String(index + 1)} is never reached`, { name: label, step: index + 1 }),
      );
    }
    if (!validateExtraLines(benefitLines([{ benefit, step }]).lines).ok) return invalidRule(label, 'steps');
  }
  return ok(benefit);
}

/** Whether a later step holds whenever an earlier one does, so that the earlier one never applies. */
function hides(later: BenefitStep, earlier: BenefitStep): boolean {
  const isForAll =
    later.statuses === undefined || earlier.statuses?.every((status) => later.statuses?.includes(status)) === true;
  return (
    isForAll &&
    (later.fromSeniorityMonths ?? 0) <= (earlier.fromSeniorityMonths ?? 0) &&
    (later.fromTurnoverCents ?? 0) <= (earlier.fromTurnoverCents ?? 0)
  );
}
