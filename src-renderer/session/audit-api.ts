import type { AuditKind, AuditPage } from '../../shared/access/audit-entry.ts';
import { isAuditPage } from '../../shared/access/audit-entry.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { askServer, unexpectedAnswer } from './api.ts';

export interface AuditQuery {
  readonly kind: AuditKind | undefined;
  /** Empty for everybody. */
  readonly person: string;
  readonly before: string | undefined;
}

/** Some of who did what on the server, newest first (support team). Errors: those of the network. */
export async function readAuditPage(account: string, query: AuditQuery): Promise<Result<AuditPage>> {
  const parameters = new URLSearchParams();
  if (query.kind !== undefined) parameters.set('kind', query.kind);
  if (query.person !== '') parameters.set('account', query.person);
  if (query.before !== undefined) parameters.set('before', query.before);
  const answer = await askServer('GET', `audit?${parameters.toString()}`, undefined, account);
  if (!answer.ok) return answer;
  return isAuditPage(answer.value) ? ok(answer.value) : fail(unexpectedAnswer());
}
