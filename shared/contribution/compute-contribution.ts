import { applyRate } from '../money/rate.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { ContributionPart } from './contribution-part.ts';
import type { ContributionYear } from './contribution-year.ts';
import { emptyContributionYear } from './contribution-year.ts';
import { limitParts } from './limit-parts.ts';
import { tierParts } from './tier-parts.ts';

/** What one month brought, excluding VAT, in cents; purchases as positive amounts. */
export interface ContributionSums {
  readonly collectedCents: number;
  readonly invoicedCents: number;
  /** The part of both that comes from other activities of the cooperative. */
  readonly internalCollectedCents: number;
  readonly internalInvoicedCents: number;
  /** Purchases, which the gross margin leaves out of turnover. */
  readonly purchasesCents: number;
  /** Purchases and other charges flagged to give the contribution back; those among the purchases count in both. */
  readonly flaggedCents: number;
  readonly flaggedPurchasesCents: number;
}

/** The cooperative contribution of one month with every line; `amountCents` is their sum. */
export interface MonthContribution {
  readonly month: string;
  readonly ruleVersion: string;
  readonly ruleFrom: string;
  readonly source: string;
  readonly base: ContributionRule['base'];
  readonly lines: readonly ContributionPart[];
  readonly amountCents: number;
}

/** The month's contribution, and the year for the next month. */
export interface ContributionStep {
  readonly contribution: MonthContribution;
  readonly year: ContributionYear;
}

/**
 * The contribution of a month under one rule, every line rounded half up to the cent. A negative base (refunds) gives it back.
 * Flagged purchases leave the base where the rule says so; internal invoices leave it when they have a rate of their own.
 * Tiers and yearly limits count over the fiscal year as far as the same rule applied; `isYearEnd` makes up the yearly minimum.
 */
export function computeContribution(
  rule: ContributionRule,
  month: string,
  sums: ContributionSums,
  before: ContributionYear = emptyContributionYear(rule.version),
  isYearEnd = false,
): ContributionStep {
  const year = before.ruleVersion === rule.version ? before : emptyContributionYear(rule.version);
  const internalCents = internalOf(rule, sums);
  const baseCents = baseOf(rule, sums) - internalCents;
  const onBase = tierParts(rule, baseCents, year);
  const internal = internalParts(rule, internalCents);
  const unlimited = [...onBase, ...internal];
  const limits = limitParts(rule, sum(unlimited), year, isYearEnd);
  const limited = [...unlimited, ...limits];
  const lines = [...limited, ...feeParts(rule)];
  const { version, from, source, base } = rule;
  return {
    contribution: { month, ruleVersion: version, ruleFrom: from, source, base, lines, amountCents: sum(lines) },
    year: {
      ruleVersion: version,
      baseCents: year.baseCents + baseCents,
      unlimitedCents: year.unlimitedCents + sum(unlimited),
      limitedCents: year.limitedCents + sum(limited),
      onBaseCents: year.onBaseCents + sum(onBase),
    },
  };
}

function baseOf(rule: ContributionRule, sums: ContributionSums): number {
  const turnoverCents = rule.base === 'invoiced' ? sums.invoicedCents : sums.collectedCents;
  const isMargin = rule.base === 'grossMargin';
  const purchasesCents = isMargin ? sums.purchasesCents : 0;
  const givesBack = rule.givesBackFlaggedPurchases === true;
  // A purchase the margin leaves out already is not left out twice.
  const flaggedCents = givesBack ? sums.flaggedCents - (isMargin ? sums.flaggedPurchasesCents : 0) : 0;
  return turnoverCents - purchasesCents - flaggedCents;
}

function internalOf({ base, internalRatePpm }: ContributionRule, sums: ContributionSums): number {
  if (internalRatePpm === undefined) return 0;
  return base === 'invoiced' ? sums.internalInvoicedCents : sums.internalCollectedCents;
}

function internalParts({ internalRatePpm: ratePpm = 0 }: ContributionRule, baseCents: number): ContributionPart[] {
  if (baseCents === 0) return [];
  return [{ code: 'internal', baseCents, ratePpm, amountCents: applyRate(baseCents, ratePpm) }];
}

function feeParts({ monthlyFeeCents = 0, monthlyFeeLabel }: ContributionRule): ContributionPart[] {
  if (monthlyFeeCents === 0) return [];
  const label = monthlyFeeLabel === undefined ? {} : { label: monthlyFeeLabel };
  return [{ code: 'fee', ...label, baseCents: 0, ratePpm: 0, amountCents: monthlyFeeCents }];
}

function sum(parts: readonly ContributionPart[]): number {
  return parts.reduce((total, { amountCents }) => total + amountCents, 0);
}
