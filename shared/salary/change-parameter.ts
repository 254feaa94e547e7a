import { contributionPath } from './compare-parameters.ts';
import type { ContributionParameter, LegalSource, PayrollParameters } from './payroll-parameters.ts';

/** A new number with the text that sets it and the day from which it applies. */
export interface ParameterChange extends LegalSource {
  readonly value: number;
}

/** Members of the parameters that hold one value. */
const SINGLE = [
  'socialSecurityCeilingEuros',
  'minimumWageHourlyCents',
  'reductionMinimumWageHourlyCents',
  'cadreWelfareRateE7',
] as const;

/** Members that hold several values under one source. */
const GROUPS = ['welfareExemption', 'welfareTaxDeduction', 'reduction'] as const;

/**
 * The parameters with one number changed, named by its path as in `listParameterValues`; an unknown path changes nothing.
 * Values of one text (both slices of a contribution, the numbers of the reduction) share their source, so it changes for
 * all of them.
 */
export function changeParameter(
  parameters: PayrollParameters,
  path: string,
  { value, source, since }: ParameterChange,
): PayrollParameters {
  const legal = { source, since };
  const single = SINGLE.find((member) => member === path);
  if (single !== undefined) return { ...parameters, [single]: { value, ...legal } };
  const group = GROUPS.find((member) => path.startsWith(`${member}.`));
  if (group !== undefined) {
    return { ...parameters, [group]: { ...parameters[group], [path.slice(group.length + 1)]: value, ...legal } };
  }
  return {
    ...parameters,
    contributions: parameters.contributions.map((contribution) => {
      const start = `${contributionPath(contribution)}.`;
      return path.startsWith(start)
        ? changeContribution(contribution, path.slice(start.length), { value, ...legal })
        : contribution;
    }),
  };
}

function changeContribution(
  contribution: ContributionParameter,
  member: string,
  { value, source, since }: ParameterChange,
): ContributionParameter {
  const { reduced } = contribution;
  if (member === 'rateE7') return { ...contribution, rateE7: value, source, since };
  if (member === 'secondRateE7') return { ...contribution, secondRateE7: value, source, since };
  if (reduced === undefined) return contribution;
  if (member === 'reduced.rateE7') return { ...contribution, reduced: { ...reduced, rateE7: value, source, since } };
  if (member === 'reduced.belowMinimumWagePercent') {
    return { ...contribution, reduced: { ...reduced, belowMinimumWagePercent: value, source, since } };
  }
  return contribution;
}
