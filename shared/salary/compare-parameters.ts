import type { ContributionParameter, LegalSource, PayrollParameters } from './payroll-parameters.ts';

/** What a value of the parameters is counted in. `text` is a name, for example of a base. */
export type ParameterUnit =
  'euros' | 'cents' | 'rateE7' | 'coefficientE4' | 'percent' | 'tenths' | 'headcount' | 'text';

/** One value that is not the same in two versions. */
export interface ParameterDifference {
  /** For example `minimumWageHourlyCents` or `contributions.employer.unemployment.rateE7`; see {@link compareParameters}. */
  readonly path: string;
  readonly unit: ParameterUnit;
  /** `null` where the version has no such value. */
  readonly older: number | string | null;
  readonly newer: number | string | null;
  /** The texts that set the two values, and the days from which they apply; `null` as above. */
  readonly olderSource: LegalSource | null;
  readonly newerSource: LegalSource | null;
}

/** One value of a version. */
export interface ParameterValue {
  readonly unit: ParameterUnit;
  readonly value: number | string;
  readonly legal: LegalSource;
}

/**
 * Every dated value that differs between two versions, in the order of the parameters; also one whose value stays and whose
 * text or date changes. A contribution that exists for a headcount alone has it in its path
 * (`contributions.employer.fnal.from50.rateE7`, `…vocationalTraining.below11.rateE7`), so that classes are compared with
 * each other.
 */
export function compareParameters(older: PayrollParameters, newer: PayrollParameters): ParameterDifference[] {
  const before = listParameterValues(older);
  const after = listParameterValues(newer);
  const paths = new Set([...before.keys(), ...after.keys()]);
  const differences: ParameterDifference[] = [];
  for (const path of paths) {
    const one = before.get(path);
    const other = after.get(path);
    const isSame =
      one?.value === other?.value &&
      one?.legal.source === other?.legal.source &&
      one?.legal.since === other?.legal.since;
    if (isSame) continue;
    differences.push({
      path,
      unit: (other ?? one)?.unit ?? 'text',
      older: one?.value ?? null,
      newer: other?.value ?? null,
      olderSource: sourceOf(one),
      newerSource: sourceOf(other),
    });
  }
  return differences;
}

function sourceOf(entry: ParameterValue | undefined): LegalSource | null {
  return entry === undefined ? null : { source: entry.legal.source, since: entry.legal.since };
}

/** Every value of a version by its path, with its unit and the text that sets it, in the order of the parameters. */
export function listParameterValues(parameters: PayrollParameters): ReadonlyMap<string, ParameterValue> {
  const values = new Map<string, ParameterValue>();
  const add = (path: string, unit: ParameterUnit, value: number | string | undefined, legal: LegalSource): void => {
    if (value !== undefined) values.set(path, { unit, value, legal });
  };
  const { socialSecurityCeilingEuros, minimumWageHourlyCents, reductionMinimumWageHourlyCents } = parameters;
  const { cadreWelfareRateE7, healthCover, reduction } = parameters;
  add('socialSecurityCeilingEuros', 'euros', socialSecurityCeilingEuros.value, socialSecurityCeilingEuros);
  add('minimumWageHourlyCents', 'cents', minimumWageHourlyCents.value, minimumWageHourlyCents);
  add(
    'reductionMinimumWageHourlyCents',
    'cents',
    reductionMinimumWageHourlyCents.value,
    reductionMinimumWageHourlyCents,
  );
  add('cadreWelfareRateE7', 'rateE7', cadreWelfareRateE7.value, cadreWelfareRateE7);
  for (const member of ['welfareExemption', 'welfareTaxDeduction'] as const) {
    const limit = parameters[member];
    add(`${member}.ceilingPercent`, 'percent', limit.ceilingPercent, limit);
    add(`${member}.grossRateE7`, 'rateE7', limit.grossRateE7, limit);
    add(`${member}.maximumCeilingPercent`, 'percent', limit.maximumCeilingPercent, limit);
  }
  add('healthCover', 'text', healthCover.source, healthCover);
  add('reduction.kind', 'text', reduction.kind, reduction);
  add('reduction.limitTenths', 'tenths', reduction.limitTenths, reduction);
  for (const member of ['minimumE4', 'deltaBelow50E4', 'deltaFrom50E4'] as const) {
    add(`reduction.${member}`, 'coefficientE4', reduction[member], reduction);
  }
  for (const contribution of parameters.contributions) {
    const path = contributionPath(contribution);
    add(`${path}.base`, 'text', contribution.base, contribution);
    add(`${path}.rateE7`, 'rateE7', contribution.rateE7, contribution);
    add(`${path}.secondBase`, 'text', contribution.secondBase, contribution);
    add(`${path}.secondRateE7`, 'rateE7', contribution.secondRateE7, contribution);
    const { reduced } = contribution;
    if (reduced === undefined) continue;
    add(`${path}.reduced.rateE7`, 'rateE7', reduced.rateE7, reduced);
    add(`${path}.reduced.belowMinimumWagePercent`, 'percent', reduced.belowMinimumWagePercent, reduced);
  }
  return values;
}

/** The path of a contribution, headcount class included. */
export function contributionPath({ side, code, headcountFrom, headcountBelow }: ContributionParameter): string {
  const from = headcountFrom === undefined ? '' : `.from${String(headcountFrom)}`;
  const below = headcountBelow === undefined ? '' : `.below${String(headcountBelow)}`;
  return `contributions.${side}.${code}${from}${below}`;
}
