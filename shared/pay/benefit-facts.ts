import type { BenefitFacts } from './granted-benefits.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { Contract } from '../records/contract.ts';
import { addMonths, lastDay, monthOf, monthsBetween } from '../time/month.ts';
import type { AccountMonth } from '../ledger/activity-account.ts';
import { contractsOf, memberStatusOf } from '../contract/contract-in.ts';

/**
 * What the steps of benefits look at for a member in a month: status, whole months since the first contract started (counted
 * on the month's last day) and the turnover collected in the twelve months before, in cents.
 */
export function benefitFactsOf(
  settings: Pick<ActivitySettingsBody, 'contract' | 'contracts'>,
  contract: Contract,
  period: string,
  { months }: { readonly months: readonly Pick<AccountMonth, 'month' | 'collectedCents'>[] },
): BenefitFacts {
  const since = contractsOf(settings)[0]?.startDate ?? contract.startDate;
  const started = monthsBetween(monthOf(since), period).length - 1;
  const isWhole = since.slice(8) <= lastDay(period).slice(8);
  const year = months.filter(({ month }) => month < period && month >= addMonths(period, -12));
  return {
    period,
    status: memberStatusOf(contract),
    seniorityMonths: Math.max(0, isWhole ? started : started - 1),
    turnoverCents: year.reduce((sum, { collectedCents }) => sum + collectedCents, 0),
  };
}
