/** What the months of the same fiscal year under the same rule came to before, in cents. */
export interface ContributionYear {
  readonly ruleVersion: string;
  readonly baseCents: number;
  /** On the base, its tiers and internal invoices, before limits. */
  readonly unlimitedCents: number;
  /** The same after limits, without the monthly fee. */
  readonly limitedCents: number;
  /** On the base and its tiers alone. */
  readonly onBaseCents: number;
}

/** The beginning of a fiscal year, or of a rule within it. */
export function emptyContributionYear(ruleVersion: string): ContributionYear {
  return { ruleVersion, baseCents: 0, unlimitedCents: 0, limitedCents: 0, onBaseCents: 0 };
}
