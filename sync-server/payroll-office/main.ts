import { createCsvConverter } from './csv-lines.ts';
import { convertJsonLine, convertYearLine } from './json-lines.ts';
import { convertStream } from './convert-stream.ts';

const USAGE = `Sillon: turnover to pay, for the payroll office

  npm run -s convert < cases.jsonl > pays.jsonl
  npm run -s convert -- --csv < cases.csv > pays.csv
  npm run -s convert -- --years < years.jsonl > answers.jsonl

Reads one case a line, writes one answer a line, in the same order. Amounts in cents.

  period                        month, for example "2026-03"
  weeklyHours | workingTime     hours of the contract a week, at most 35; or "none" for a CESA, whose pay no hours
                                determine, {"weeklyHours": n}, {"annualDays": n} up to 218, {"annualHours": n} up to 1607
                                (JSON only but for "none")
  effectif                      headcount of the company
  cadre                         true or false
  atmpRatePercent               work-accident rate
  mutuelleCents                 monthly price of the health cover
  mutuelleEmployerSharePercent  the employer's share of it
  versementMobilitePercent      optional
  extraLines, yearToDate        optional, as in Sillon's salary statements (JSON only)
  grossCents | totalCostCents | netBeforeTaxCents   the amount to start from

An answer holds the lines of both sides and the totals; from a cost also grossCents and residualCents, from a net also
grossCents and excessCents; null when the budget is below the cost of a zero gross; {"error", "message"} when refused.

  --csv    semicolons, first line with the names above, decimal comma; answers in euros
  --years  one calendar year of a contract a line, each month settled with those before it:
           {"name", "year", "headcount", "startMonth", "grossCents": [...]}, optional "workingTime" (none), "isCadre" (false),
           "mutuelleCents" (0), "mutuelleEmployerSharePercent" (50), "atmpRatePercent" (2.08), "versementMobilitePercent" (0);
           answers {"yearReductionCents", "monthlyReductionCents", "coefficientsE4", "months"}
`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (args.length > 1 || args.some((arg) => arg !== '--csv' && arg !== '--years')) {
    process.stderr.write(USAGE);
    return 2;
  }
  const convertJson = args.includes('--years') ? convertYearLine : convertJsonLine;
  const convert = args.includes('--csv') ? createCsvConverter() : convertJson;
  await convertStream(process.stdin, process.stdout, convert);
  return 0;
}

// Whoever reads the answers may stop early (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
