import { isWaitingPay } from '../../../../shared/pay/counted-pay.ts';
import { COOPERATIVE } from '../../../../shared/access/database-names.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { CooperativeSettingsBody } from '../../../../shared/records/cooperative-settings.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { findUncovered } from '../../../../shared/cooperative/find-uncovered.ts';
import { monthOf } from '../../../../shared/time/month.ts';
import type { BookStore } from '../../book-store.ts';
import { todayOf } from '../../local-today.ts';
import type { UndoLabel } from '../../undo-stack.ts';
import { addOne, changeOne } from '../../write-one.ts';

type Settings = RecordOf<'cooperativeSettings'>;

/** The parts of the rules a person changes at one time; each names its undo. */
export type RulesPart = 'identity' | 'contribution' | 'extraLines' | 'benefits' | 'employer' | 'countries' | 'year';

const UNDO_LABELS: Readonly<Record<RulesPart, UndoLabel>> = {
  identity: 'identitySaved',
  contribution: 'contributionRulesSaved',
  extraLines: 'extraLinesSaved',
  benefits: 'benefitsSaved',
  employer: 'employerFactsSaved',
  countries: 'countryProfilesSaved',
  year: 'fiscalYearSaved',
};

/** New values of the settings; `undefined` takes a member out, what is not named stays. */
export type RulesChange = { readonly [K in keyof CooperativeSettingsBody]?: CooperativeSettingsBody[K] | undefined };

/** The one record there is; two devices that both start it write the same. */
const RECORD_ID = 'cooperativeSettings:main';

/** Starts the settings of a cooperative that has none. Errors: those of `checkCooperativeRules`, those of a write. */
export function createCooperative(store: BookStore, body: CooperativeSettingsBody): Promise<Result<Settings>> {
  return addOne(store, UNDO_LABELS.identity, {
    type: 'cooperativeSettings',
    id: RECORD_ID,
    activityId: COOPERATIVE,
    status: 'active',
    body,
  });
}

/**
 * Changes rules of the cooperative as they were `seen`. Errors: those of `checkCooperativeRules`, `rules.closedMonths`,
 * `rules.monthNotOver` (`month`) for closing a month that still runs, `rules.waitingPays` (`count`) while pays asked in it wait, `contribution.noRule` (`date`) when an activity would be
 * left without a rule, those of a write.
 */
export async function saveCooperativeRules(
  store: BookStore,
  seen: Settings,
  part: RulesPart,
  change: RulesChange,
): Promise<Result<Settings>> {
  const month = monthOf(todayOf(store.parts.context));
  const { closedThrough, contributionRules } = change;
  if (closedThrough !== undefined && closedThrough >= month) {
    return fail(appError('rules.monthNotOver', `${closedThrough} is not over`, { month: closedThrough }));
  }
  if (closedThrough !== undefined && closedThrough > (seen.body.closedThrough ?? '')) {
    const image = store.image('network');
    const waiting = [...image.list('salaryStatement'), ...image.list('abroadPay')].filter(
      (pay) => isWaitingPay(pay) && monthOf(pay.date) <= closedThrough,
    );
    // Refusing one later would change the closed month.
    if (waiting.length > 0) {
      return fail(appError('rules.waitingPays', 'pays of these months wait', { count: waiting.length }));
    }
  }
  if (contributionRules !== undefined) {
    const settings = store.image('network').list('activitySettings');
    const wasUncovered = findUncovered(settings, seen.body.contributionRules, month);
    const uncovered = findUncovered(settings, contributionRules, month);
    if (uncovered !== undefined && wasUncovered === undefined) return fail(uncovered);
  }
  const { iban, formerIbans = [] } = seen.body;
  // Invoices that a device issued before it heard of the new account stay the cooperative's.
  const former =
    change.iban === undefined || change.iban === iban ? {} : { formerIbans: keepFormer(iban, formerIbans) };
  const entries = Object.entries({ ...seen.body, ...change, ...former }).filter(([, value]) => value !== undefined);
  // The members are those of a body; the write checks it against its schema.
  const body = Object.fromEntries(entries) as Settings['body'];
  return changeOne(store, UNDO_LABELS[part], seen, { body });
}

const FORMER_KEPT = 20;

function keepFormer(iban: string, former: readonly string[]): string[] {
  return [...new Set([iban, ...former])].filter((known) => known !== '').slice(0, FORMER_KEPT);
}
