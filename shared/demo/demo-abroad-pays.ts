import { proveAbroadPay } from '../pay/abroad-pay-proof.ts';
import { computeAbroadPay, findCountryProfile } from '../pay/compute-abroad-pay.ts';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { sealOf } from '../records/seal.ts';
import { addMonths, monthOf, monthsBetween } from '../time/month.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';
import { demoPayHistory, demoPayStatus } from './demo-pay-steps.ts';

/** Adds the pays of a member abroad, each past month whose account allows the usual budget. */
export function addAbroadPays(book: DemoBook, settings: ActivitySettingsBody, cooperative: CooperativeSettings): void {
  const lastMonth = addMonths(monthOf(book.today), -1);
  for (const month of monthsBetween(book.firstMonth, lastMonth)) {
    const date = `${month}-26`;
    const account = computeActivityAccount(
      { ...settings, activityId: book.activityId },
      cooperative,
      book.records,
      date,
    );
    const profile = findCountryProfile(cooperative.countryProfiles ?? [], settings.country, month);
    if (!account.ok || !profile.ok || account.value.availableCents < book.person.usualCostCents) continue;
    const pay = computeAbroadPay(profile.value, month, book.person.usualCostCents);
    if (!pay.ok) continue;
    const { balanceCents, availableCents } = account.value;
    const status = demoPayStatus(book, month === lastMonth);
    const body = {
      input: { period: month, budgetMinor: pay.value.budgetMinor, profile: profile.value },
      account: { balanceMinor: balanceCents, availableMinor: availableCents },
      lines: pay.value.lines.map((line) => ({ ...line })),
      currency: profile.value.currency,
      paidMinor: pay.value.paidMinor,
      computation: { ...proveAbroadPay(pay.value, book.hash) },
      seal: '',
      history: demoPayHistory(book, date, status),
    };
    const record = addToBook(book, { type: 'abroadPay', date, status, body });
    if (record === undefined) continue;
    book.records[book.records.length - 1] = { ...record, body: { ...body, seal: sealOf(record, book.hash) } };
  }
}
