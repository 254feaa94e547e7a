import { contributionRule } from './contribution-rule.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** What members contribute to the cooperative, by date and audience. */
export const contributionRulesBody = z.looseObject({
  contributionRules: z.array(contributionRule).min(1).max(50),
});

/** Facts of the type `contributionRules`. */
export const contributionRulesFacts = { ...SETTINGS_FACTS, body: contributionRulesBody } as const satisfies RecordFacts;
