import type { ActivityAccount } from '../ledger/activity-account.ts';
import { isWaitingPay } from '../pay/counted-pay.ts';
import type { AppError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import type { Verification } from './verification.ts';
import { countVerdicts } from './verification.ts';

/** The figures of one activity as its member sees them; what a row of the network is made from. */
export interface MemberFigures {
  readonly settings: RecordOf<'activitySettings'>;
  readonly account: ActivityAccount;
  readonly toCollectCents: number;
  readonly overdueCents: number;
}

/** Amounts of one activity in minor units of its own currency. */
export interface NetworkAmounts {
  /** Turnover excluding VAT collected since 1 January. */
  readonly turnoverCents: number;
  readonly balanceCents: number;
  readonly toCollectCents: number;
  readonly overdueCents: number;
}

/** One activity in the coordinator's table. */
export interface NetworkRow {
  readonly activityId: string;
  /** Empty, like the other facts, when the settings of the activity did not arrive. */
  readonly name: string;
  readonly entrepreneur: string;
  readonly region: string;
  readonly contractKind: ActivitySettingsBody['contract']['kind'] | undefined;
  readonly currency: string;
  /** `undefined` when the figures cannot be computed; `problem` says why. */
  readonly amounts: NetworkAmounts | undefined;
  readonly problem: AppError | undefined;
  /** Whether the figures may lack something that only a newer version of Sillon understands. */
  readonly isIncomplete: boolean;
  /** Pays that wait for the support team. */
  readonly toValidateCount: number;
  /** Instant at which the server last heard of a device of this activity; empty when never. */
  readonly lastSeenAt: string;
  readonly verification: Verification;
}

/** What a row is made from beside the records of its activity. `today` is an ISO date. */
export interface RowFacts {
  readonly figures: Result<MemberFigures>;
  readonly isIncomplete: boolean;
  readonly today: string;
}

/** The row of one activity: the member's own figures, and what the support team follows. */
export function buildNetworkRow(
  activityId: string,
  records: readonly AnyRecord[],
  { figures, isIncomplete, today }: RowFacts,
): NetworkRow {
  const found = records.find((record) => isOfType(record, 'activitySettings') && record.status === 'active');
  const settings = found !== undefined && isOfType(found, 'activitySettings') ? found.body : undefined;
  return {
    activityId,
    name: settings?.name ?? '',
    entrepreneur: settings === undefined ? '' : entrepreneurName(settings),
    region: settings?.region ?? '',
    contractKind: settings?.contract.kind,
    currency: settings?.currency ?? '',
    amounts: figures.ok ? amountsOf(figures.value, today) : undefined,
    problem: figures.ok ? undefined : figures.error,
    isIncomplete,
    toValidateCount: records.filter(isWaitingPay).length,
    lastSeenAt: lastSeen(records),
    verification: countVerdicts(records),
  };
}

/** First and last name of the entrepreneur of an activity. */
export function entrepreneurName({ entrepreneur }: ActivitySettingsBody): string {
  return `${entrepreneur.firstName} ${entrepreneur.lastName}`.trim();
}

/** Turnover excluding VAT collected in a calendar year, as the months of the account say it. Sum of integers. */
export function collectedInYear(account: ActivityAccount, year: string): number {
  return account.months.reduce((sum, row) => sum + (row.month.startsWith(year) ? row.collectedCents : 0), 0);
}

function amountsOf({ account, toCollectCents, overdueCents }: MemberFigures, today: string): NetworkAmounts {
  const turnoverCents = collectedInYear(account, today.slice(0, 4));
  return { turnoverCents, balanceCents: account.balanceCents, toCollectCents, overdueCents };
}

function lastSeen(records: readonly AnyRecord[]): string {
  let latest = '';
  for (const record of records) {
    if (isOfType(record, 'syncMark') && record.body.lastSeenAt > latest) latest = record.body.lastSeenAt;
  }
  return latest;
}
