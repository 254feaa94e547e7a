import httpAdapter from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import { addressOf, createReceiptFetch } from './receipt-fetch.ts';

PouchDB.plugin(httpAdapter);

/** The receipts of one activity on the server. */
export interface RemoteReceipts {
  readonly database: PouchDB.Database;
  /** Cuts every request under way. */
  readonly abortAll: () => void;
  /** Why a call failed, in our words. */
  readonly toError: (error: unknown) => AppError;
  readonly close: () => Promise<void>;
}

/** Opens the way to a database of receipts; nothing is sent yet. */
export function openRemote(database: string, account: string, fetchLike: typeof fetch): RemoteReceipts {
  const { send, lastError, abortAll } = createReceiptFetch(database, account, fetchLike);
  const remote = new PouchDB(addressOf(database), { adapter: 'http', skip_setup: true, fetch: send });
  return {
    database: remote,
    abortAll,
    toError: (error) => {
      const cause = lastError();
      return cause === undefined
        ? appError('network.serverError', String(error).slice(0, 200))
        : appError(
            cause.code,
            cause.message,
            cause.retryAfterMs > 0 ? { retryAfterMs: cause.retryAfterMs } : undefined,
          );
    },
    close: () => remote.close(),
  };
}
