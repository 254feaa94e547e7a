import type { JsonValue } from '../core/canonical-json.ts';
import type { Computation } from '../core/computation.ts';
import { digestOf } from '../core/digest.ts';
import type { Hasher } from '../core/ports.ts';
import { computeFromGross } from './compute-from-gross.ts';
import type { SalaryComputation, SalaryTotals } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import type { SalaryLine } from './salary-line.ts';

/** A line as somebody claims it: what identifies it, its amount, and what else of {@link SalaryLine} was written down. */
export type ClaimedSalaryLine = Pick<SalaryLine, 'amountCents'> & {
  readonly code: string;
  readonly side: string;
} & Partial<Pick<SalaryLine, 'baseCents' | 'rateE7' | 'secondBaseCents' | 'secondRateE7'>>;

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
const LINE_FIGURES = ['baseCents', 'rateE7', 'secondBaseCents', 'secondRateE7', 'amountCents'] as const;

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
 * The proof of a computed pay: rule `salary`, the version of its parameters, and digests of the input (with the gross) and
 * of all figures. Sources and dates of the rates are texts for people and are not part of the digest.
 */
export function proveSalary(input: SalaryInput, result: SalaryComputation, hash: Hasher): Computation {
  return {
    rule: 'salary',
    ruleVersion: result.ruleVersion,
    inputDigest: digestOf(inputFigures(input, result.grossCents), hash),
    resultDigest: digestOf(resultFigures(result), hash),
  };
}

/**
 * Recomputes a claimed pay and lists every figure that differs, empty when all is right. An input that cannot be computed
 * is one difference at `input`, whose `found` is the error code.
 */
export function verifySalary(input: SalaryInput, claimed: ClaimedSalary, hash: Hasher): SalaryDifference[] {
  const computed = computeFromGross(input, claimed.grossCents);
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
    weeklyMinutes: input.weeklyMinutes,
    headcount: input.headcount,
    isCadre: input.isCadre,
    atmpRatePpm: input.atmpRatePpm,
    mutuelleCents: input.mutuelleCents,
    mutuelleEmployerSharePpm: input.mutuelleEmployerSharePpm,
    transportRatePpm: input.transportRatePpm,
    grossCents,
  };
}

function resultFigures(result: SalaryComputation): JsonValue {
  return {
    grossCents: result.grossCents,
    lines: result.lines.map((line) => ({
      code: line.code,
      side: line.side,
      baseCents: line.baseCents,
      rateE7: line.rateE7,
      secondBaseCents: line.secondBaseCents,
      secondRateE7: line.secondRateE7,
      amountCents: line.amountCents,
    })),
    totals: { ...result.totals },
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
      if (figure in found) compare(differences, `${path}.${figure}`, line[figure], found[figure]);
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
  expected: number | string,
  found: number | string | undefined,
): void {
  if (expected !== found) differences.push({ path, expected, found: found ?? null });
}
