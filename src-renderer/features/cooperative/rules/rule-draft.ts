import type { Result } from '../../../../shared/core/result.ts';
import { checkContributionRule } from '../../../../shared/contribution/check-contribution-rule.ts';
import type { ContributionRule, MemberStatus } from '../../../../shared/records/contribution-rule.ts';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { keepUnknown } from './keep-unknown.ts';

/** One tier being typed; the last of them has no upper end. */
export interface TierDraft {
  readonly upToCents: number | undefined;
  readonly ratePpm: number | undefined;
}

/** What stands in the fields of a contribution rule. */
export interface RuleDraft {
  readonly version: string;
  readonly from: string;
  readonly source: string;
  readonly audience: 'all' | 'statuses' | 'activities';
  readonly statuses: readonly MemberStatus[];
  readonly activityIds: readonly string[];
  readonly base: ContributionRule['base'];
  readonly hasTiers: boolean;
  readonly ratePpm: number | undefined;
  readonly tiers: readonly TierDraft[];
  readonly tierMode: NonNullable<ContributionRule['tierMode']>;
  readonly minimumCents: number | undefined;
  readonly maximumCents: number | undefined;
  readonly limitsPer: NonNullable<ContributionRule['limitsPer']>;
  readonly monthlyFeeCents: number | undefined;
  readonly monthlyFeeLabel: string;
  readonly givesBackFlaggedPurchases: boolean;
  readonly internalRatePpm: number | undefined;
}

/** Members of a rule that the fields show, some of which may be off. */
const FIELDS: readonly (keyof ContributionRule)[] = [
  'statuses',
  'activityIds',
  'tiers',
  'tierMode',
  'minimumCents',
  'maximumCents',
  'limitsPer',
  'monthlyFeeCents',
  'monthlyFeeLabel',
  'givesBackFlaggedPurchases',
  'internalRatePpm',
];

const EMPTY_TIER: TierDraft = { upToCents: undefined, ratePpm: undefined };

export function startRuleDraft(rule: ContributionRule | undefined, from: string): RuleDraft {
  return {
    version: rule?.version ?? '',
    from: rule?.from ?? from,
    source: rule?.source ?? '',
    audience: rule?.activityIds !== undefined ? 'activities' : rule?.statuses !== undefined ? 'statuses' : 'all',
    statuses: rule?.statuses ?? [],
    activityIds: rule?.activityIds ?? [],
    base: rule?.base ?? 'collected',
    hasTiers: rule?.tiers !== undefined,
    ratePpm: rule?.ratePpm,
    tiers: rule?.tiers?.map(({ upToCents, ratePpm }) => ({ upToCents, ratePpm })) ?? [EMPTY_TIER, EMPTY_TIER],
    tierMode: rule?.tierMode ?? 'marginal',
    minimumCents: rule?.minimumCents,
    maximumCents: rule?.maximumCents,
    limitsPer: rule?.limitsPer ?? 'month',
    monthlyFeeCents: rule?.monthlyFeeCents,
    monthlyFeeLabel: rule?.monthlyFeeLabel ?? '',
    givesBackFlaggedPurchases: rule?.givesBackFlaggedPurchases ?? false,
    internalRatePpm: rule?.internalRatePpm,
  };
}

/** One more tier below the open one. */
export function addTier(tiers: readonly TierDraft[]): readonly TierDraft[] {
  return [...tiers.slice(0, -1), EMPTY_TIER, ...tiers.slice(-1)];
}

/**
 * The rule a draft describes; members of `old` that no field shows stay. Errors: `rules.invalid` (`name`, `field`) for what is
 * missing, those of `checkContributionRule`.
 */
export function readRuleDraft(draft: RuleDraft, old: ContributionRule | undefined): Result<ContributionRule> {
  const version = draft.version.trim();
  const missing = findMissing(draft);
  if (missing !== undefined) return invalidRule(version, missing);
  const tiers = draft.hasTiers ? readTiers(draft.tiers) : undefined;
  const ratePpm = tiers === undefined ? draft.ratePpm : tiers[0]?.ratePpm;
  const hasLimits = draft.minimumCents !== undefined || draft.maximumCents !== undefined;
  const feeLabel = draft.monthlyFeeLabel.trim();
  return checkContributionRule({
    ...keepUnknown(old, FIELDS),
    version,
    from: draft.from,
    ...(draft.audience === 'statuses' && { statuses: [...draft.statuses] }),
    ...(draft.audience === 'activities' && { activityIds: [...draft.activityIds] }),
    base: draft.base,
    ratePpm: ratePpm ?? 0,
    ...(tiers !== undefined && { tiers, tierMode: draft.tierMode }),
    ...(draft.minimumCents !== undefined && { minimumCents: draft.minimumCents }),
    ...(draft.maximumCents !== undefined && { maximumCents: draft.maximumCents }),
    ...(hasLimits && { limitsPer: draft.limitsPer }),
    ...(draft.monthlyFeeCents !== undefined && draft.monthlyFeeCents > 0 && { monthlyFeeCents: draft.monthlyFeeCents }),
    ...(feeLabel !== '' && { monthlyFeeLabel: feeLabel }),
    ...(draft.givesBackFlaggedPurchases && { givesBackFlaggedPurchases: true }),
    ...(draft.internalRatePpm !== undefined && { internalRatePpm: draft.internalRatePpm }),
    source: draft.source.trim(),
  });
}

/** The first field without which nothing can be computed. */
function findMissing(draft: RuleDraft): string | undefined {
  if (draft.version.trim() === '') return 'version';
  if (!isPlainDate(draft.from)) return 'from';
  if (draft.audience === 'statuses' && draft.statuses.length === 0) return 'statuses';
  if (draft.audience === 'activities' && draft.activityIds.length === 0) return 'activityIds';
  if (!draft.hasTiers) return draft.ratePpm === undefined ? 'ratePpm' : undefined;
  const isOpen = (index: number): boolean => index === draft.tiers.length - 1;
  const isWhole = draft.tiers.every(
    ({ upToCents, ratePpm }, index) => ratePpm !== undefined && (isOpen(index) || upToCents !== undefined),
  );
  return isWhole ? undefined : 'tiers';
}

function readTiers(tiers: readonly TierDraft[]): NonNullable<ContributionRule['tiers']> {
  return tiers.map(({ upToCents, ratePpm = 0 }, index) =>
    index === tiers.length - 1 || upToCents === undefined ? { ratePpm } : { upToCents, ratePpm },
  );
}
