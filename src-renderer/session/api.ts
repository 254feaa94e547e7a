import type { AccountInfo } from '../../shared/access/account-info.ts';
import { isAccountInfo } from '../../shared/access/account-info.ts';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';

const TIMEOUT_MS = 20_000;
/** Recomputing a whole network takes longer than an ordinary answer. */
const VERIFY_TIMEOUT_MS = 300_000;

/** One person of the demonstration cooperative, as offered on the first screen. */
export interface DemoPerson {
  readonly account: string;
  readonly displayName: string;
  readonly role: AccountInfo['role'];
  readonly activityName: string;
}

/**
 * Uses an enrolment code once; creates the account with the chosen password. With the same `attempt`, which this device made
 * up, it may be asked again when the answer was lost.
 */
export function redeemCode(
  code: string,
  password: string,
  deviceName: string,
  attempt: string,
): Promise<Result<AccountInfo>> {
  return readAccount('enrolments/redeem', { code, password, deviceName, attempt });
}

/** Signs in with a password; a known device keeps its own number series. */
export function signInOnline(account: string, password: string, deviceName: string, deviceId?: string) {
  const body = { account, password, deviceName, ...(deviceId === undefined ? {} : { deviceId }) };
  return readAccount('session', body, account);
}

/** Enters the demonstration as one of its persons, on a server that offers one. */
export function enterDemo(account: string, deviceName: string, deviceId?: string): Promise<Result<AccountInfo>> {
  return readAccount('demo/enter', { account, deviceName, ...(deviceId === undefined ? {} : { deviceId }) });
}

/** The persons of the demonstration; `network.refused` when the server holds a real cooperative. */
export async function listDemoPersons(): Promise<Result<readonly DemoPerson[]>> {
  const answer = await askServer('GET', 'demo');
  if (!answer.ok) return answer;
  const { persons } = answer.value as { persons?: unknown }; // checked on the next line
  return Array.isArray(persons) && persons.every(isDemoPerson) ? ok(persons) : fail(unexpectedAnswer());
}

function isDemoPerson(value: unknown): value is DemoPerson {
  if (typeof value !== 'object' || value === null) return false;
  const { account, displayName, role, activityName } = value as Record<string, unknown>; // read member by member
  return (
    typeof account === 'string' &&
    typeof displayName === 'string' &&
    (role === 'member' || role === 'supportTeam') &&
    typeof activityName === 'string'
  );
}

/** Asks the server to recompute everything now (support team). */
export function verifyNow(account: string): Promise<Result<unknown>> {
  return askServer('POST', 'verify', {}, account, VERIFY_TIMEOUT_MS);
}

/** `account` names whose device asks: it may have a proof of it to send along. */
async function readAccount(path: string, body: unknown, account?: string): Promise<Result<AccountInfo>> {
  const answer = await askServer('POST', path, body, account);
  if (!answer.ok) return answer;
  return isAccountInfo(answer.value) ? ok(answer.value) : fail(unexpectedAnswer());
}

/** One request to the server in the name of an account. Errors: those of the network and the server's own. */
export async function askServer(
  method: string,
  path: string,
  body?: unknown,
  account?: string,
  timeoutMs = TIMEOUT_MS,
): Promise<Result<unknown>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (account !== undefined) headers['x-sillon-account'] = account;
  let response: Response;
  try {
    response = await fetch(`/api/${path}`, {
      method,
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    const hasTimedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return fail(
      hasTimedOut
        ? appError('network.timeout', `no answer within ${String(timeoutMs)} ms`)
        : appError('network.offline', 'the server cannot be reached'),
    );
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  return response.ok ? ok(answer) : fail(toError(answer) ?? unexpectedAnswer());
}

function toError(answer: unknown): AppError | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  const { error } = answer;
  const isError = typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
  return isError ? (error as AppError) : undefined; // the server's one error shape
}

/** The error of an answer that is not what was asked for. */
export function unexpectedAnswer(): AppError {
  return appError('network.serverError', 'unexpected answer of the server');
}
