import type { JsonValue } from '../core/canonical-json.ts';
import type { Computation } from '../core/computation.ts';
import { digestOf } from '../core/digest.ts';
import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { writeCanonicalResult } from './canonical-result.ts';
import { computeFromGross } from './compute-from-gross.ts';
import type { ExtraLine } from './extra-line.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import type { SalaryComputation, SalaryTotals } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import type { SalaryLine } from './salary-line.ts';
import type { NewlyCounted, YearSoFar } from './year-so-far.ts';
import type { YearToDate } from './year-to-date.ts';

/** A line as somebody claims it: what identifies it, its amount, and what else of {@link SalaryLine} was written down. */
export type ClaimedSalaryLine = Pick<SalaryLine, 'amountCents'> & {
  readonly code: string;
  readonly side: string;
} & {
  readonly [Figure in 'baseCents' | 'rateE7' | 'secondBaseCents' | 'secondRateE7' | 'alreadyCents']?:
    SalaryLine[Figure] | undefined;
};

/** The figures of a statement as somebody claims them. */
export interface ClaimedSalary {
  readonly grossCents: number;
  readonly lines: readonly ClaimedSalaryLine[];
  readonly totals: Partial<SalaryTotals>;
  readonly computation: Computation;
}

/** One figure that is not what the recomputation gives; `null` stands for a figure that is not there. */
export interface SalaryDifference {
  /** For example `lines.employer.health.amountCents` or `totals.totalCostCents`. */
  readonly path: string;
  readonly expected: number | string | null;
  readonly found: number | string | null;
}

/** The members of a line that are figures. */
const LINE_FIGURES = ['baseCents', 'rateE7', 'secondBaseCents', 'secondRateE7', 'amountCents', 'alreadyCents'] as const;

const TOTALS = [
  'employerContributionsCents',
  'employeeContributionsCents',
  'netBeforeTaxCents',
  'taxableNetCents',
  'socialNetCents',
  'totalCostCents',
  'reductionCoefficientE4',
] as const satisfies readonly (keyof SalaryTotals)[];

const PROOF_MEMBERS = ['rule', 'ruleVersion', 'inputDigest', 'resultDigest'] as const;

/**
 * The proof of a computed pay: rule `salaryYear` (`salary` for pays of the first rule, which measured by weekly minutes), the version of its parameters, and digests of the input (with the gross) and
 * of all figures. Sources and dates of the rates are texts for people and are not part of the digest.
 */
export function proveSalary(input: SalaryInput, result: SalaryComputation, hash: Hasher): Computation {
  return {
    rule: input.workingTime === undefined ? 'salary' : 'salaryYear',
    ruleVersion: result.ruleVersion,
    inputDigest: digestOf(inputFigures(input, result.grossCents), hash),
    resultDigest: hash(encodeUtf8(writeCanonicalResult(result))),
  };
}

/**
 * Recomputes a claimed pay and lists every figure that differs, empty when all is right. An input that cannot be computed
 * is one difference at `input`, whose `found` is the error code.
 */
export function verifySalary(
  input: SalaryInput,
  claimed: ClaimedSalary,
  hash: Hasher,
  versions?: readonly PayrollParameters[],
): SalaryDifference[] {
  const computed = computeFromGross(input, claimed.grossCents, versions);
  if (!computed.ok) return [{ path: 'input', expected: 'a computable input', found: computed.error.code }];
  const proof = proveSalary(input, computed.value, hash);
  const differences = compareLines(computed.value.lines, claimed.lines);
  for (const member of TOTALS) {
    if (member in claimed.totals)
      compare(differences, `totals.${member}`, computed.value.totals[member], claimed.totals[member]);
  }
  for (const member of PROOF_MEMBERS) {
    compare(differences, `computation.${member}`, proof[member], claimed.computation[member]);
  }
  return differences;
}

function inputFigures(input: SalaryInput, grossCents: number): JsonValue {
  return {
    period: input.period,
    ...(input.workingTime !== undefined && { workingTime: { ...input.workingTime } }),
    ...(input.weeklyMinutes !== undefined && { weeklyMinutes: input.weeklyMinutes }),
    ...(input.employedDays !== undefined && { employedDays: input.employedDays }),
    headcount: input.headcount,
    isCadre: input.isCadre,
    atmpRatePpm: input.atmpRatePpm,
    mutuelleCents: input.mutuelleCents,
    mutuelleEmployerSharePpm: input.mutuelleEmployerSharePpm,
    transportRatePpm: input.transportRatePpm,
    grossCents,
    ...(input.extraLines !== undefined && { extraLines: input.extraLines.map(extraFigures) }),
    ...(input.yearToDate !== undefined && { yearToDate: yearFigures(input.yearToDate) }),
    ...(input.yearSoFar !== undefined && { yearSoFar: yearFigures(input.yearSoFar) }),
    ...(input.newlyCounted !== undefined && { newlyCounted: newFigures(input.newlyCounted) }),
  };
}

function extraFigures({ code, side, base, rateE7, amountCents, isWelfare }: ExtraLine): JsonValue {
  return { code, side, base, rateE7, amountCents, isWelfare };
}

function newFigures({ months, ceilingParts, wageParts }: NewlyCounted): JsonValue {
  return { months, ceilingParts, wageParts };
}

function yearFigures(year: YearToDate | YearSoFar): JsonValue {
  return {
    months: year.months,
    grossCents: year.grossCents,
    ...('ceilingParts' in year
      ? { ceilingParts: year.ceilingParts, wageParts: year.wageParts }
      : { weeklyMinutes: year.weeklyMinutes, wageCentMinutes: year.wageCentMinutes }),
    healthCoverEmployerCents: year.healthCoverEmployerCents,
    welfareCents: year.welfareCents,
    employeeWelfareCents: year.employeeWelfareCents,
    cadreMonths: year.cadreMonths,
    cadreGrossCents: year.cadreGrossCents,
    reductionCents: year.reductionCents,
  };
}

function compareLines(expected: readonly SalaryLine[], claimed: readonly ClaimedSalaryLine[]): SalaryDifference[] {
  const differences: SalaryDifference[] = [];
  const left = [...claimed];
  for (const line of expected) {
    const path = `lines.${line.side}.${line.code}`;
    const index = left.findIndex((other) => other.code === line.code && other.side === line.side);
    const [found] = index === -1 ? [] : left.splice(index, 1);
    if (!found) {
      differences.push({ path: `${path}.amountCents`, expected: line.amountCents, found: null });
      continue;
    }
    for (const figure of LINE_FIGURES) {
      // The path is written only for what differs: most sheets are right.
      if (line[figure] !== found[figure] && figure in found) {
        compare(differences, `${path}.${figure}`, line[figure], found[figure]);
      }
    }
  }
  for (const line of left) {
    const path = `lines.${line.side}.${line.code}.amountCents`;
    differences.push({ path, expected: null, found: line.amountCents });
  }
  return differences;
}

function compare(
  differences: SalaryDifference[],
  path: string,
  expected: number | string | undefined,
  found: number | string | undefined,
): void {
  if (expected !== found) differences.push({ path, expected: expected ?? null, found: found ?? null });
}
