import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { askServer, unexpectedAnswer } from './api.ts';

/** What one activity's records of a type come to in a year, in minor units of its currency, excluding VAT. */
export interface YearTotal {
  readonly activityId: string;
  readonly type: string;
  readonly count: number;
  readonly sumMinor: number;
}

/** The years of which the server holds records, newest first. Errors: those of the network. */
export async function readTotalYears(account: string): Promise<Result<readonly string[]>> {
  const answer = await askServer('GET', 'totals', undefined, account);
  if (!answer.ok) return answer;
  const rows = answer.value;
  if (!Array.isArray(rows)) return fail(unexpectedAnswer());
  return ok(rows.map((row: { year?: unknown }) => String(row.year)));
}

/** Every activity's totals of a year by type of record, as the database counts them. Errors: those of the network. */
export async function readYearTotals(account: string, year: string): Promise<Result<readonly YearTotal[]>> {
  const answer = await askServer('GET', `totals/${encodeURIComponent(year)}`, undefined, account);
  if (!answer.ok) return answer;
  return Array.isArray(answer.value) && answer.value.every(isYearTotal) ? ok(answer.value) : fail(unexpectedAnswer());
}

function isYearTotal(value: unknown): value is YearTotal {
  const { activityId, type, count, sumMinor } = (value ?? {}) as Partial<YearTotal>; // read member by member
  return (
    typeof activityId === 'string' &&
    typeof type === 'string' &&
    typeof count === 'number' &&
    typeof sumMinor === 'number'
  );
}
