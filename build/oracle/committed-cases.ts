import reference from '../../shared/salary/reference-cases.json' with { type: 'json' };
import type { SalaryInput } from '../../shared/salary/salary-input.ts';

/** One committed case: its contract and its gross; of an inverse case the budget too, and no gross when it allows none. */
export interface CommittedCase {
  readonly id: string;
  readonly input: SalaryInput;
  readonly budgetCents: number | undefined;
  readonly grossCents: number | undefined;
}

/** The committed cases of `shared/salary`. */
export function readCommittedCases(): CommittedCase[] {
  return reference.cases.map((row) => {
    const values = row.split(';');
    const cell = (column: string): string => values[reference.columns.indexOf(column)] ?? '';
    const optional = (column: string): number | undefined => (cell(column) === '' ? undefined : Number(cell(column)));
    return {
      id: cell('id'),
      input: {
        period: cell('period'),
        workingTime: { kind: 'weeklyHours', minutes: Number(cell('weeklyMinutes')) },
        headcount: Number(cell('headcount')),
        isCadre: cell('isCadre') === '1',
        atmpRatePpm: Number(cell('atmpRatePpm')),
        mutuelleCents: Number(cell('mutuelleCents')),
        mutuelleEmployerSharePpm: Number(cell('mutuelleEmployerSharePpm')),
        transportRatePpm: 0,
      },
      budgetCents: optional('budgetCents'),
      grossCents: optional('grossCents'),
    };
  });
}
