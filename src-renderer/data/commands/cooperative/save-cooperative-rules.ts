import { isWaitingPay } from '../../../../shared/pay/counted-pay.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import { checkMonthOver } from '../../../../shared/cooperative/check-closing.ts';
import { findUncovered } from '../../../../shared/cooperative/find-uncovered.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { subjectsOf } from '../../../../shared/cooperative/settings-parts.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { subjectId } from '../../../../shared/records/settings-subjects.ts';
import { monthOf } from '../../../../shared/time/month.ts';
import type { BookStore } from '../../book-store.ts';
import { todayOf } from '../../local-today.ts';
import type { UndoLabel } from '../../undo-stack.ts';
import type { RulesChange } from './subject-write.ts';
import { subjectWrite } from './subject-write.ts';

/** The parts of the rules a person changes at one time; each names its undo. */
export type RulesPart =
  'identity' | 'contribution' | 'extraLines' | 'benefits' | 'employer' | 'countries' | 'netPay' | 'year';

const UNDO_LABELS: Readonly<Record<RulesPart, UndoLabel>> = {
  identity: 'identitySaved',
  contribution: 'contributionRulesSaved',
  extraLines: 'extraLinesSaved',
  benefits: 'benefitsSaved',
  employer: 'employerFactsSaved',
  countries: 'countryProfilesSaved',
  netPay: 'netPaySaved',
  year: 'fiscalYearSaved',
};

/**
 * Starts the settings of a cooperative that has none: a record for each subject that `settings` say something of. Errors: those
 * of the check of each subject, those of a write.
 */
export function createCooperative(store: BookStore, settings: CooperativeSettings): Promise<Result<void>> {
  const writes = subjectsOf(settings).map((subject) => {
    const stored = store.find(subjectId(subject));
    // One that was taken back is put back; one that stands is somebody else's beginning.
    const record = stored?.status === 'voided' ? stored : undefined;
    return subjectWrite(store, { subject, record, standing: {}, change: settings });
  });
  return store.write(UNDO_LABELS.identity, writes);
}

/**
 * Changes rules of the cooperative as they were `seen`: every subject that the change says something of, each in its own record,
 * all or none. Errors: those of the check of each subject, `rules.closedMonths`, `rules.monthNotOver` (`month`) for closing a
 * month that still runs, `rules.waitingPays` (`count`) while pays asked in it wait, `contribution.noRule` (`date`) when an
 * activity would be left without a rule, those of a write.
 */
export async function saveCooperativeRules(
  store: BookStore,
  seen: SettingsInForce,
  part: RulesPart,
  change: RulesChange,
): Promise<Result<void>> {
  const today = todayOf(store.parts.context);
  const month = monthOf(today);
  const { closedThrough, contributionRules } = change;
  if (closedThrough !== undefined && closedThrough > (seen.body.closedThrough ?? '')) {
    const over = checkMonthOver(closedThrough, today);
    if (!over.ok) return over;
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
  const whole = { ...change, ...former };
  const writes = subjectsOf(whole).map((subject) =>
    subjectWrite(store, { subject, record: seen.records[subject], standing: seen.body, change: whole }),
  );
  return writes.length === 0 ? ok(undefined) : store.write(UNDO_LABELS[part], writes);
}

const FORMER_KEPT = 20;

function keepFormer(iban: string, former: readonly string[]): string[] {
  return [...new Set([iban, ...former])].filter((known) => known !== '').slice(0, FORMER_KEPT);
}
