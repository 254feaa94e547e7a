import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryLine } from './salary-line.ts';

/**
 * The canonical JSON (`toCanonicalJson`) of all figures of a pay, written out member by member: pay sheets of a thousand
 * members are verified at once, and the general writer takes most of that time. Keys stand in their sorted order; codes hold
 * nothing that JSON escapes.
 */
export function writeCanonicalResult({ grossCents, lines, totals }: SalaryComputation): string {
  return (
    `{"grossCents":${String(grossCents)},"lines":[${lines.map(writeLine).join(',')}],"totals":{` +
    `"employeeContributionsCents":${String(totals.employeeContributionsCents)},` +
    `"employerContributionsCents":${String(totals.employerContributionsCents)},` +
    `"netBeforeTaxCents":${String(totals.netBeforeTaxCents)},` +
    `"reductionCoefficientE4":${String(totals.reductionCoefficientE4)},` +
    `"socialNetCents":${String(totals.socialNetCents)},` +
    `"taxableNetCents":${String(totals.taxableNetCents)},` +
    `"totalCostCents":${String(totals.totalCostCents)}}}`
  );
}

function writeLine(line: SalaryLine): string {
  const already = line.alreadyCents === undefined ? '' : `"alreadyCents":${String(line.alreadyCents)},`;
  return (
    `{${already}"amountCents":${String(line.amountCents)},"baseCents":${String(line.baseCents)},"code":"${line.code}",` +
    `"rateE7":${String(line.rateE7)},"secondBaseCents":${String(line.secondBaseCents)},` +
    `"secondRateE7":${String(line.secondRateE7)},"side":"${line.side}"}`
  );
}
