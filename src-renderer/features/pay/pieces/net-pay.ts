import type { AccountInfo } from '../../../../shared/access/account-info.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { PayHistory } from '../../../../shared/records/pay-history.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { TaxedTotals, Withholding } from '../../../../shared/withholding/compute-withholding.ts';
import { computeWithholding } from '../../../../shared/withholding/compute-withholding.ts';
import type { PaymentDate } from '../../../../shared/withholding/payment-date.ts';
import { paymentDateOf } from '../../../../shared/withholding/payment-date.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';
import type { StatementWords } from './statement-words.ts';

/** What is said of the tax and the net of a pay. */
export type NetPay =
  | { readonly kind: 'known'; readonly withholding: Withholding; readonly payment: PaymentDate }
  | { readonly kind: 'unknown'; readonly error: AppError; readonly payment: PaymentDate }
  /** The pay is somebody else's, who works in the same activity: their tax is theirs. */
  | { readonly kind: 'personal' };

/** A pay of a month, asked or only looked at. */
export interface TaxedPay {
  readonly period: string;
  readonly totals: TaxedTotals;
  /** Empty while it is not asked. */
  readonly history: PayHistory;
}

/** What is known of persons, on the device that asks. */
export interface TaxFacts {
  readonly rates: readonly RecordOf<'withholdingRate'>[];
  readonly cooperative: CooperativeSettings | undefined;
  /** The device's day. */
  readonly today: string;
}

/**
 * Tax and net of a pay of a person, on the day on which it leaves, for who reads: the person themself and the support team may
 * know, whoever else works in the same activity may not.
 */
export function netPayOf(
  { role, account }: Pick<AccountInfo, 'role' | 'account'>,
  pay: TaxedPay,
  person: string,
  { rates, cooperative, today }: TaxFacts,
): NetPay {
  if (role === 'member' && account !== person) return { kind: 'personal' };
  const payment = paymentDateOf(pay.period, pay.history, cooperative?.payDays ?? [], today);
  const own = rates.filter(({ body }) => body.person === person);
  const done = computeWithholding(pay.totals, payment.date, own, cooperative?.withholdingGrids ?? []);
  return done.ok
    ? { kind: 'known', withholding: done.value, payment }
    : { kind: 'unknown', error: done.error, payment };
}

/** The tax as base × rate, with the date and the source of the rate. */
export function taxLine(
  { rate, grid, baseCents, ratePpm, amountCents }: Withholding,
  { withholding: t, format }: StatementWords,
): ExplanationLine {
  const { source } = rate.body;
  return {
    label: t('tax'),
    base: format.money(baseCents),
    rate: format.rate(ratePpm),
    amount: format.money(-amountCents),
    rule:
      grid === undefined
        ? t('rateOwn', { date: format.date(rate.date) })
        : t('rateNeutral', { date: format.date(grid.from) }),
    source: grid === undefined ? source : t('gridSource', { grid: grid.source, source }),
  };
}

/** When the pay reaches the bank account. */
export function paymentWords(
  { kind, date, plannedDate = date }: PaymentDate,
  { withholding: t, format }: StatementWords,
): string {
  return t(`when.${kind}`, { date: format.date(kind === 'passed' ? plannedDate : date) });
}

/** What is not known: the rate of the person, or the grid that would give it. */
export function isGridUnknown({ code }: AppError): boolean {
  return code === 'withholding.noGrid';
}
