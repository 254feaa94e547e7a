import { versionsFor } from '../pay/payroll-versions.ts';
import type { RecordOf } from '../records/registry.ts';
import { sealOf } from '../records/seal.ts';
import { verifySalary } from '../salary/salary-computation-proof.ts';
import type { Difference } from './difference.ts';
import { listDifferences } from './difference.ts';
import type { FigureTools } from './figure-tools.ts';

/** Recomputes every line and total of a salary statement from its input, and its seal. */
export function findStatementDifferences(
  statement: RecordOf<'salaryStatement'>,
  { hash, versions }: FigureTools,
): Difference[] {
  const { input, lines, totals, computation, seal } = statement.body;
  const claimed = { grossCents: input.grossCents, lines, totals, computation };
  const figures = verifySalary(input, claimed, hash, versionsFor(statement, versions)).map(
    ({ path, expected, found }) => ({
      path: `body.${path}`,
      expected: String(expected ?? ''),
      found: String(found ?? ''),
    }),
  );
  return [...figures, ...listDifferences('body.seal', sealOf(statement, hash), seal)];
}
