import type { SalaryStatementBody } from '../../../../shared/records/salary-statement.ts';
import { computeFromGross } from '../../../../shared/salary/compute-from-gross.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import type { SalaryLine, SalaryLineCode } from '../../../../shared/salary/salary-line.ts';

/** A line as it stands in a statement, with the text that sets its rate when the rules of that month know the line. */
export interface SourcedLine {
  readonly line: SalaryStatementBody['lines'][number];
  readonly code: SalaryLineCode;
  /** What the cooperative calls an extra line of its own; empty for contributions. */
  readonly label: string;
  readonly source: string;
  /** ISO date; empty without a source. */
  readonly since: string;
}

/**
 * The lines of a statement with their legal sources. The figures are those of the statement, never recomputed ones: what
 * differs from the rules is the server's to say.
 */
export function sourceLines(
  { input, lines }: SalaryStatementBody,
  versions: readonly PayrollParameters[],
): readonly SourcedLine[] {
  const computed = computeFromGross(input, input.grossCents, versions);
  const rules: readonly SalaryLine[] = computed.ok ? computed.value.lines : [];
  return lines.map((line) => {
    const rule = rules.find(({ code, side }) => code === line.code && side === line.side);
    const extra = input.extraLines?.find(({ code, side }) => code === line.code && side === line.side);
    // The screen has a fallback for a code it has no word for.
    return {
      line,
      code: line.code as SalaryLineCode,
      label: extra?.label ?? '',
      source: rule?.source ?? '',
      since: rule?.since ?? '',
    };
  });
}
