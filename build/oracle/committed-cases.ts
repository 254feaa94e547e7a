import reference from '../../shared/salary/reference-cases.json' with { type: 'json' };
import type { SalaryInput } from '../../shared/salary/salary-input.ts';

/** One committed case: its contract and its gross; no gross when a budget allows none. */
export interface CommittedCase {
  readonly id: string;
  readonly input: SalaryInput;
  readonly grossCents: number | undefined;
}

/** The committed cases of `shared/salary`. */
export function readCommittedCases(): CommittedCase[] {
  return reference.cases.map((row) => {
    const values = row.split(';');
    const cell = (column: string): string => values[reference.columns.indexOf(column)] ?? '';
    return {
      id: cell('id'),
      input: {
        period: cell('period'),
        weeklyMinutes: Number(cell('weeklyMinutes')),
        headcount: Number(cell('headcount')),
        isCadre: cell('isCadre') === '1',
        atmpRatePpm: Number(cell('atmpRatePpm')),
        mutuelleCents: Number(cell('mutuelleCents')),
        mutuelleEmployerSharePpm: Number(cell('mutuelleEmployerSharePpm')),
        transportRatePpm: 0,
      },
      grossCents: cell('grossCents') === '' ? undefined : Number(cell('grossCents')),
    };
  });
}
