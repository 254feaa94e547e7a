import type { ActivityAccount } from '../../shared/ledger/activity-account.ts';
import { computeActivityAccount } from '../../shared/ledger/activity-account.ts';
import type { Receivable } from '../../shared/billing/receivables.ts';
import { listReceivables, sumReceivables } from '../../shared/billing/receivables.ts';
import type { CooperativeSettings } from '../../shared/records/cooperative-settings.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { isOfType } from '../../shared/records/registry.ts';

/** What the screens show of one activity, all of it computed by the shared rules. */
export interface ActivityFigures {
  readonly settings: RecordOf<'activitySettings'>;
  readonly account: ActivityAccount;
  readonly receivables: readonly Receivable[];
  readonly toCollectCents: number;
  readonly overdueCents: number;
  /** Invoices to collect in another currency than the book's: in neither sum. */
  readonly otherCurrencyDueCount: number;
}

/**
 * Figures of one activity from its records. The member's own screen and the coordinator's network call this same function.
 * Errors: `salary.noContract` when the activity's settings are not on the device, those of the account.
 */
export function computeActivityFigures(
  records: readonly AnyRecord[],
  cooperative: CooperativeSettings | undefined,
  today: string,
): Result<ActivityFigures> {
  const settings = records.find((record) => isOfType(record, 'activitySettings') && record.status === 'active');
  if (settings === undefined || !isOfType(settings, 'activitySettings') || cooperative === undefined) {
    return fail(appError('salary.noContract', 'settings of the activity or the cooperative are missing'));
  }
  const account = computeActivityAccount(
    { ...settings.body, activityId: settings.activityId },
    cooperative,
    records,
    today,
  );
  if (!account.ok) return account;
  const receivables = listReceivables(records, today);
  return ok({
    settings,
    account: account.value,
    receivables,
    ...sumReceivables(receivables, settings.body.currency),
  });
}
