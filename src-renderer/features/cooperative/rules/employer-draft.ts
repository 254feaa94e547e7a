import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';

/** Headcount and work-accident rate from a date on. */
export type EmployerFacts = CooperativeSettings['employerFacts'][number];

/** What stands in their fields. */
export interface FactsDraft {
  readonly from: string;
  readonly headcount: number | undefined;
  readonly atmpRatePpm: number | undefined;
  readonly source: string;
}

const MOST_PEOPLE = 100_000;

/** The facts a draft describes. Errors: `rules.invalid` (`name`, `field`), `rules.sourceMissing`. */
export function readFacts(draft: FactsDraft, old: EmployerFacts | undefined, name: string): Result<EmployerFacts> {
  const { from, headcount = 0, atmpRatePpm } = draft;
  const source = draft.source.trim();
  if (!isPlainDate(from)) return invalidRule(name, 'from');
  if (headcount < 1 || headcount > MOST_PEOPLE) return invalidRule(name, 'headcount');
  if (atmpRatePpm === undefined) return invalidRule(name, 'atmpRatePpm');
  if (source === '') return invalidRule(name, 'source', 'rules.sourceMissing');
  return ok({ ...old, from, headcount, atmpRatePpm, source });
}
