import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { firstDay, lastDay } from '../time/month.ts';
import type { PublishedRules } from './published-rules.ts';
import type { SettingsPart } from './settings-parts.ts';
import { NEEDED_SUBJECTS, standingPart } from './settings-parts.ts';

/**
 * Whether a subject of the settings leaves closed months as they were: no rule that applied in one is changed, added or taken
 * away, neither by an edit nor where its record takes the place of the `former` settings or gives it back. A needed subject
 * that begins where none was changes nothing: without it nothing was computed; one that stands is not taken back.
 * Errors: `rules.closedMonths` (`name`, `month`), `rules.stillNeeded` (`month`).
 */
export function checkClosedSubject(
  before: AnyRecord | undefined,
  after: AnyRecord & { readonly type: SettingsSubject },
  { closedThrough, former }: Pick<PublishedRules, 'closedThrough' | 'former'>,
): Result<AnyRecord> {
  if (closedThrough === undefined) return ok(after);
  if (before === undefined && former === undefined && NEEDED_SUBJECTS.includes(after.type)) return ok(after);
  const old = standingPart(after.type, before, former);
  const next = standingPart(after.type, after, former);
  if (NEEDED_SUBJECTS.includes(after.type) && old !== undefined && next === undefined) {
    return fail(appError('rules.stillNeeded', `closed months need ${after.type}`, { month: closedThrough }));
  }
  const name = findChangedRule(old ?? {}, next ?? {}, closedThrough);
  if (name === undefined) return ok(after);
  return fail(appError('rules.closedMonths', `${name} applied in a closed month`, { name, month: closedThrough }));
}

/** The name of the first rule in force up to a month that is not the same in both. */
function findChangedRule(old: SettingsPart, next: SettingsPart, closedThrough: string): string | undefined {
  if ((old.fiscalYearStartMonth ?? 1) !== (next.fiscalYearStartMonth ?? 1)) return 'fiscalYearStartMonth';
  const end = lastDay(closedThrough);
  // A contribution rule is looked for on the first day of a month, everything else on its last.
  return (
    findChanged(old.contributionRules, next.contributionRules, firstDay(closedThrough))?.version ??
    findChanged(named(old.extraPayLines), named(next.extraPayLines), end)?.name ??
    findChanged(upTo(old.benefits, end), upTo(next.benefits, end), end)?.label ??
    findChanged(named(old.employerFacts), named(next.employerFacts), end)?.name ??
    findChanged(old.countryProfiles, next.countryProfiles, end)?.version ??
    findGone(upTo(old.withholdingGrids, end), upTo(next.withholdingGrids, end), end)?.from ??
    findChanged(old.payDays, next.payDays, end)?.from
  );
}

/** The first of the dated rules in force up to a day that is not the same in both lists. */
function findChanged<T extends { readonly from: string }>(
  old: readonly T[] = [],
  next: readonly T[] = [],
  day: string,
): T | undefined {
  const [kept, given] = [old, next].map((rules) => rules.filter(({ from }) => from <= day));
  const [known, wanted] = [kept, given].map((rules) => new Set(rules?.map(toText)));
  return (
    given?.find((rule) => known?.has(toText(rule)) !== true) ?? kept?.find((rule) => wanted?.has(toText(rule)) !== true)
  );
}

/**
 * The first of the dated rules in force up to a day that stands no more as it was. For rules of which no two cover a day:
 * one that is added covers days on which there was none, and changes nothing.
 */
function findGone<T extends { readonly from: string }>(
  old: readonly T[],
  next: readonly T[],
  day: string,
): T | undefined {
  const given = new Set(next.map(toText));
  return old.find((rule) => rule.from <= day && !given.has(toText(rule)));
}

/** Facts without a name go by their date. */
function named<T extends { readonly from: string }>(facts: readonly T[] = []): readonly (T & { name: string })[] {
  return facts.map((fact) => ({ ...fact, name: fact.from }));
}

/** What has an end may be ended, or go on, after the closed months. */
function upTo<T extends { readonly until?: string | undefined }>(rules: readonly T[] = [], end: string): readonly T[] {
  return rules.map((rule) => (rule.until === undefined || rule.until >= end ? { ...rule, until: undefined } : rule));
}

/** Records come from JSON, so every value in a body is a JSON value. */
function toText(rule: unknown): string {
  return toCanonicalJson(rule as JsonValue);
}
