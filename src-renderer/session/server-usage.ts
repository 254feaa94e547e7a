import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { Usage } from '../../shared/sync/quota.ts';
import { askServer, unexpectedAnswer } from './api.ts';

/** What an activity takes on the server. Errors: those of the network and of the session. */
export async function readServerUsage(account: string, activityId: string): Promise<Result<Usage>> {
  const answer = await askServer('GET', `usage/${activityId}`, undefined, account);
  if (!answer.ok) return answer;
  return isUsage(answer.value) ? ok(answer.value) : fail(unexpectedAnswer());
}

function isUsage(value: unknown): value is Usage {
  const { records, recordBytes, receiptBytes } = (value ?? {}) as Partial<Usage>; // read member by member
  return [records, recordBytes, receiptBytes].every((size) => typeof size === 'number');
}
