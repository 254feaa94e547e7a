import type { WorkingTime } from '../../shared/salary/working-time.ts';
import { toWhole } from './to-whole.ts';

/** What is said of a working time that cannot be read. */
export const WORKING_TIME_FORM = 'must be "none", {"weeklyHours": n}, {"annualDays": n} or {"annualHours": n}';

const MINUTES_IN_HOUR = 60;

/** How a contract counts working time; `undefined` for anything else. Bounds are checked by the engine. */
export function readWorkingTime(value: unknown): WorkingTime | undefined {
  if (value === 'none') return { kind: 'none' };
  if (typeof value !== 'object' || value === null) return undefined;
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0) return undefined;
  const [kind, count] = entry as [string, unknown];
  if (typeof count !== 'number') return undefined;
  if (kind === 'weeklyHours') return { kind, minutes: toWhole(count, MINUTES_IN_HOUR) };
  if (kind === 'annualDays') return { kind, days: count };
  return kind === 'annualHours' ? { kind, hours: count } : undefined;
}
