import type { ContributionRule } from '../records/contribution-rule.ts';

const MEETING_2025 = 'Assemblée générale du 14 juin 2025';

/** The contribution of the demonstration: flat until 2025; since 2026 by status, with tiers for associates. */
export const DEMO_CONTRIBUTION_RULES: ContributionRule[] = [
  {
    version: 'contribution-2020',
    from: '2020-01-01',
    base: 'collected',
    ratePpm: 100_000,
    source: 'Assemblée générale du 15 juin 2019, résolution 6',
  },
  {
    version: 'contribution-2026',
    from: '2026-01-01',
    base: 'collected',
    ratePpm: 105_000,
    givesBackFlaggedPurchases: true,
    internalRatePpm: 40_000,
    source: `${MEETING_2025}, résolution 4`,
  },
  {
    version: 'contribution-2026-associes',
    from: '2026-01-01',
    statuses: ['associate'],
    base: 'collected',
    ratePpm: 105_000,
    tiers: [{ upToCents: 3_000_000, ratePpm: 105_000 }, { upToCents: 5_000_000, ratePpm: 90_000 }, { ratePpm: 75_000 }],
    tierMode: 'marginal',
    givesBackFlaggedPurchases: true,
    internalRatePpm: 40_000,
    source: `${MEETING_2025}, résolution 5`,
  },
  {
    version: 'contribution-2026-cape',
    from: '2026-01-01',
    statuses: ['cape'],
    base: 'grossMargin',
    ratePpm: 100_000,
    monthlyFeeCents: 1_200,
    monthlyFeeLabel: 'Assurance et outils',
    minimumCents: 0,
    limitsPer: 'month',
    source: `${MEETING_2025}, résolution 6`,
  },
  {
    version: 'contribution-2026-hors-de-france',
    from: '2026-01-01',
    statuses: ['abroad'],
    base: 'collected',
    ratePpm: 80_000,
    source: `${MEETING_2025}, résolution 7`,
  },
];
