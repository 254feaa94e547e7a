import type { Hasher } from '../core/ports.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';

/** What figures are computed again with. */
export interface FigureTools {
  readonly hash: Hasher;
  /** Payroll parameters that may be computed with. */
  readonly versions: readonly PayrollParameters[];
}
