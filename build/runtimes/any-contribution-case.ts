import fc from 'fast-check';
import type { ContributionSums } from '../../shared/contribution/compute-contribution.ts';
import type { ContributionRule } from '../../shared/records/contribution-rule.ts';
import type { ContributionCase } from './engine-case.ts';

/** Rates to 0.01 %, at most 30 %. */
const anyRatePpm = fc.integer({ min: 0, max: 3000 }).map((hundredths) => hundredths * 100);
const anyCents = fc.integer({ min: 0, max: 3_000_000 });

const anyTiers = fc
  .array(fc.record({ widthCents: fc.integer({ min: 1, max: 4_000_000 }), ratePpm: anyRatePpm }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((slices) => {
    let upToCents = 0;
    return slices.map(({ widthCents, ratePpm }, index) => {
      upToCents += widthCents;
      return index === slices.length - 1 ? { ratePpm } : { upToCents, ratePpm };
    });
  });

/** Rules with every option; some contradict themselves and are refused. */
const anyRule: fc.Arbitrary<ContributionRule> = fc.record(
  {
    version: fc.constant('r1'),
    from: fc.constant('2026-01-01'),
    source: fc.constant('Assemblée générale du 12 juin 2025'),
    base: fc.constantFrom('collected' as const, 'invoiced' as const, 'grossMargin' as const),
    ratePpm: anyRatePpm,
    tiers: anyTiers,
    tierMode: fc.constantFrom('marginal' as const, 'global' as const),
    minimumCents: fc.integer({ min: 0, max: 50_000 }),
    maximumCents: fc.integer({ min: 20_000, max: 500_000 }),
    limitsPer: fc.constantFrom('month' as const, 'year' as const),
    monthlyFeeCents: fc.integer({ min: 0, max: 5_000 }),
    givesBackFlaggedPurchases: fc.boolean(),
    internalRatePpm: anyRatePpm,
  },
  { requiredKeys: ['version', 'from', 'source', 'base', 'ratePpm'] },
);

/** A month's sums; more may be credited than sold. */
const anySums: fc.Arbitrary<ContributionSums> = fc.record({
  collectedCents: fc.integer({ min: -500_000, max: 3_000_000 }),
  invoicedCents: fc.integer({ min: -500_000, max: 3_000_000 }),
  internalCollectedCents: anyCents,
  internalInvoicedCents: anyCents,
  purchasesCents: anyCents,
  flaggedCents: anyCents,
  flaggedPurchasesCents: anyCents,
});

/** Up to a fiscal year of months under one rule. */
export const anyContributionCase: fc.Arbitrary<ContributionCase> = fc.record({
  rule: anyRule,
  months: fc.array(anySums, { minLength: 1, maxLength: 12 }),
  endsYear: fc.boolean(),
  costCents: fc.integer({ min: 0, max: 1_000_000 }),
  vatRatePpm: fc.constantFrom(0, 55_000, 85_000, 100_000, 200_000),
});
