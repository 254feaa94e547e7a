import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { addMonths } from '../time/month.ts';

/** What the name of an estimate ends with; no version can be published under such a name. */
const ESTIMATE = /^(.+) \(estimation \d{4}-\d{2}\)$/;

/** Whether parameters of this name are an estimate: those of a year that nobody has published yet. */
export function isEstimate(ruleVersion: string): boolean {
  return ESTIMATE.test(ruleVersion);
}

/**
 * The parameters of the months after a version, until somebody publishes theirs: a copy of it up to the end of the calendar
 * year, under a name that says what it is and what it was copied from (`salary-2026-06.1 (estimation 2027-01)`). From a January
 * on the reduction counts with the minimum wage in force, which is what the law takes on 1 January (CSS art. D241-7 II).
 */
export function estimateAfter(version: PayrollParameters): PayrollParameters {
  const from = addMonths(version.until, 1);
  return {
    ...version,
    from,
    until: `${from.slice(0, 4)}-12`,
    ruleVersion: `${version.ruleVersion} (estimation ${from})`,
    ...(from.endsWith('-01') && { reductionMinimumWageHourlyCents: version.minimumWageHourlyCents }),
  };
}

/**
 * Published versions, and before them the estimate that follows each, those of earlier months first: so a published version
 * wins wherever it holds a month, and the estimate of the latest version where none does. Estimates stay in the list when their
 * months are published: pays decided under one are computed again with it for ever. Nothing holds the year after the next.
 */
export function withEstimates(published: readonly PayrollParameters[]): readonly PayrollParameters[] {
  const estimates = published.map(estimateAfter).sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
  return [...estimates, ...published];
}

/** Whether a version is an estimate that another confirms: the same values for the same months, with the same texts. */
export function isConfirmedBy(estimate: PayrollParameters, version: PayrollParameters): boolean {
  return isEstimate(estimate.ruleVersion) && textOf(estimate) === textOf(version);
}

/** All of a version but its name. */
function textOf(version: PayrollParameters): string {
  // Parameters are plain data.
  return toCanonicalJson({ ...version, ruleVersion: '' } as unknown as JsonValue);
}
