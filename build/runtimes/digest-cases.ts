import { checkContributionRule } from '../../shared/contribution/check-contribution-rule.ts';
import type { ContributionSums } from '../../shared/contribution/compute-contribution.ts';
import type { ContributionYear } from '../../shared/contribution/contribution-year.ts';
import { computeContribution } from '../../shared/contribution/compute-contribution.ts';
import { priceForPay } from '../../shared/contribution/price-for-pay.ts';
import type { JsonValue } from '../../shared/core/canonical-json.ts';
import { digestOf } from '../../shared/core/digest.ts';
import type { Result } from '../../shared/core/result.ts';
import { ok } from '../../shared/core/result.ts';
import { computeFromGross } from '../../shared/salary/compute-from-gross.ts';
import { proveSalary, verifySalary } from '../../shared/salary/salary-computation-proof.ts';
import type { SalaryComputation } from '../../shared/salary/salary-computation.ts';
import { solveFromCost } from '../../shared/salary/solve-from-cost.ts';
import { solveFromNet } from '../../shared/salary/solve-from-net.ts';
import type { YearSoFar } from '../../shared/salary/year-so-far.ts';
import { accumulateYear } from '../../shared/salary/year-so-far.ts';
import { hashBytes } from '../../src-renderer/data/hash.ts';
import type { ContributionCase, EngineCase, PayCase } from './engine-case.ts';

const MONTH = '2026-03';

/** The one function of the bundle, from text to text: a digest for each case, of all that the engines answer. */
export function digestCases(casesText: string): string {
  // Written by the test that runs this.
  const cases = JSON.parse(casesText) as readonly EngineCase[];
  return JSON.stringify(cases.map((one) => digestOf(answer(one) as JsonValue, hashBytes)));
}

function answer(one: EngineCase): unknown {
  if (one.kind === 'contribution') return answerContribution(one.contribution);
  return answerYear(one.kind === 'pay' ? [one.pay] : one.months);
}

function answerYear(months: readonly PayCase[]): unknown[] {
  let year: YearSoFar | undefined;
  return months.map((month) => {
    const input = year === undefined ? month.input : { ...month.input, yearSoFar: year };
    const found = compute({ ...month, input });
    if (!found.ok) return found;
    const { computation } = found.value;
    year = accumulateYear(year, input, computation);
    const proof = proveSalary(input, computation, hashBytes);
    const { grossCents, lines, totals } = computation;
    const differences = verifySalary(input, { grossCents, lines, totals, computation: proof }, hashBytes);
    return { found, proof, differences, year };
  });
}

function compute({ input, direction, amountCents }: PayCase): Result<{ readonly computation: SalaryComputation }> {
  if (direction === 'cost') return solveFromCost(input, amountCents);
  if (direction === 'net') return solveFromNet(input, amountCents);
  const computed = computeFromGross(input, amountCents);
  return computed.ok ? ok({ computation: computed.value }) : computed;
}

function answerContribution({ rule, months, endsYear, costCents, vatRatePpm }: ContributionCase): unknown {
  const checked = checkContributionRule(rule);
  if (!checked.ok) return checked;
  let year: ContributionYear | undefined;
  const step = (sums: ContributionSums, isYearEnd: boolean) => computeContribution(rule, MONTH, sums, year, isYearEnd);
  const contributions = months.map((sums, index) => {
    const { contribution, year: next } = step(sums, endsYear && index === months.length - 1);
    year = next;
    return contribution;
  });
  const price = priceForPay(costCents, vatRatePpm, (netCents) => {
    const sums = { collectedCents: netCents, invoicedCents: netCents, internalCollectedCents: 0 };
    const none = { internalInvoicedCents: 0, purchasesCents: 0, flaggedCents: 0, flaggedPurchasesCents: 0 };
    return step({ ...sums, ...none }, false).contribution.amountCents;
  });
  return { contributions, year, price: price ?? null };
}
