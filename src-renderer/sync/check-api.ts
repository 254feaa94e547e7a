import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { MonthFingerprint } from '../../shared/sync/fingerprint.ts';
import { BUSY, REQUEST_TIMEOUT_MS, signedOut } from './couch-http.ts';
import type { Surroundings } from './surroundings.ts';

/** What the server tells of one database for a comparison. */
export interface CheckApi {
  readonly months: () => Promise<Result<readonly MonthFingerprint[]>>;
  /** The records of one month with their newest edit. */
  readonly month: (month: string) => Promise<Result<readonly { readonly id: string; readonly edit: string }[]>>;
}

/** The server's side of a check, asked in the name of an account. Errors: those of the network, `session.expired`, `session.ended`. */
export function openCheckApi(database: string, account: string, around: Surroundings): CheckApi {
  return {
    months: () => ask('', isMonthFingerprint),
    month: (month) => ask(`/${month}`, isListed),
  };

  async function ask<T>(path: string, isRow: (row: unknown) => row is T): Promise<Result<readonly T[]>> {
    const controller = new AbortController();
    const stopWaiting = around.timers.after(REQUEST_TIMEOUT_MS, () => {
      controller.abort();
    });
    try {
      const answer = await around.fetch(`/api/check/${database}${path}`, {
        headers: { accept: 'application/json', 'x-sillon-account': account },
        cache: 'no-store',
        signal: controller.signal,
      });
      if (answer.status === 401) return fail(appError(signedOut(await answer.text()), 'sign in again'));
      if (BUSY.includes(answer.status)) return fail(appError('network.busy', 'the server asks to wait'));
      const rows: unknown = await answer.json();
      return answer.ok && Array.isArray(rows) && rows.every(isRow) ? ok(rows) : fail(unexpected());
    } catch {
      return fail(appError('network.offline', 'the server cannot be reached'));
    } finally {
      stopWaiting();
    }
  }
}

function isMonthFingerprint(row: unknown): row is MonthFingerprint {
  const { month, count, hash } = (row ?? {}) as Partial<MonthFingerprint>; // read member by member
  return typeof month === 'string' && typeof count === 'number' && typeof hash === 'string';
}

function isListed(row: unknown): row is { id: string; edit: string } {
  const { id, edit } = (row ?? {}) as { id?: unknown; edit?: unknown }; // read member by member
  return typeof id === 'string' && typeof edit === 'string';
}

function unexpected(): AppError {
  return appError('network.serverError', 'unexpected answer of the server');
}
