import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { memberStatusIn } from '../contract/contract-in.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { firstDay, lastDay, monthOf, monthsBetween } from '../time/month.ts';

/**
 * Whether new settings leave closed months as they were: no rule that applied in one is changed, added or taken away, and
 * nobody's status in one and no account taken over in one changes. The rules of the cooperative go by their own `closedThrough` as it stands stored, those of
 * an activity by the one given (`YYYY-MM`). Errors: `rules.closedMonths` (`name`, `month`), `contract.closedMonths`,
 * `contract.openingClosed` (`month`).
 */
export function checkClosedSettings(
  before: AnyRecord | undefined,
  after: AnyRecord,
  closedThrough?: string,
): Result<AnyRecord> {
  if (before?.type !== after.type) return ok(after);
  // Both were checked against the schema of their type.
  const bodies = [before.body, after.body] as const;
  if (after.type === 'cooperativeSettings') {
    const [old, next] = bodies as unknown as readonly [CooperativeSettingsBody, CooperativeSettingsBody];
    return checkRules(old, next, after);
  }
  if (after.type !== 'activitySettings' || closedThrough === undefined) return ok(after);
  const [old, next] = bodies as unknown as readonly [ActivitySettingsBody, ActivitySettingsBody];
  const opening = old.openingDate < next.openingDate ? old.openingDate : next.openingDate;
  const isTakenOver =
    monthOf(opening) <= closedThrough &&
    (old.openingDate !== next.openingDate ||
      old.openingBalanceCents !== next.openingBalanceCents ||
      old.currency !== next.currency);
  if (isTakenOver) {
    return fail(
      appError('contract.openingClosed', 'the account was taken over in a closed month', { month: closedThrough }),
    );
  }
  const changed = monthsBetween(monthOf(next.openingDate), closedThrough).some(
    (month) => memberStatusIn(old, month) !== memberStatusIn(next, month),
  );
  if (!changed) return ok(after);
  return fail(appError('contract.closedMonths', `a closed month would change`, { month: closedThrough }));
}

function checkRules(old: CooperativeSettingsBody, next: CooperativeSettingsBody, after: AnyRecord): Result<AnyRecord> {
  const { closedThrough } = old;
  if (closedThrough === undefined) return ok(after);
  const refuse = (name: string): Result<never> =>
    fail(appError('rules.closedMonths', `${name} applied in a closed month`, { name, month: closedThrough }));
  if ((old.fiscalYearStartMonth ?? 1) !== (next.fiscalYearStartMonth ?? 1)) return refuse('fiscalYearStartMonth');
  const end = lastDay(closedThrough);
  // A contribution rule is looked for on the first day of a month, everything else on its last.
  const changed =
    findChanged(old.contributionRules, next.contributionRules, firstDay(closedThrough))?.version ??
    findChanged(named(old.extraPayLines), named(next.extraPayLines), end)?.name ??
    findChanged(benefitsUntil(old.benefits, end), benefitsUntil(next.benefits, end), end)?.label ??
    findChanged(named(old.employerFacts), named(next.employerFacts), end)?.name ??
    findChanged(old.countryProfiles ?? [], next.countryProfiles ?? [], end)?.version;
  return changed === undefined ? ok(after) : refuse(changed);
}

/** The first of the dated rules in force up to a day that is not the same in both lists. */
function findChanged<T extends { readonly from: string }>(
  old: readonly T[],
  next: readonly T[],
  day: string,
): T | undefined {
  const [kept, given] = [old, next].map((rules) => rules.filter(({ from }) => from <= day));
  const [known, wanted] = [kept, given].map((rules) => new Set(rules?.map(toText)));
  return (
    given?.find((rule) => known?.has(toText(rule)) !== true) ?? kept?.find((rule) => wanted?.has(toText(rule)) !== true)
  );
}

/** Facts without a name go by their date. */
function named<T extends { readonly from: string }>(facts: readonly T[] = []): readonly (T & { name: string })[] {
  return facts.map((fact) => ({ ...fact, name: fact.from }));
}

/** A benefit may be ended after the closed months. */
function benefitsUntil(
  benefits: CooperativeSettingsBody['benefits'] = [],
  day: string,
): NonNullable<CooperativeSettingsBody['benefits']> {
  return benefits.map(({ until, ...benefit }) =>
    until === undefined || until >= day ? benefit : { ...benefit, until },
  );
}

/** Records come from JSON, so every value in a body is a JSON value. */
function toText(rule: unknown): string {
  return toCanonicalJson(rule as JsonValue);
}
