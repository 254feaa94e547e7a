import type { BookStore } from '../../data/book-store.ts';
import { keepConflictCopy } from '../../data/conflicts/keep-conflict-copy.ts';
import { browserSurroundings, browserTimers } from '../browser-surroundings.ts';
import { createCouchHttp } from '../couch-http.ts';
import type { Refusal } from '../push-records.ts';
import { forgetRefusal, keepRefusal } from '../refused-records.ts';
import type { DatabaseReplication } from '../replicate-database.ts';
import { replicateDatabase } from '../replicate-database.ts';
import { createConflictHandler } from '../resolve-conflict.ts';
import { putServerVersions } from '../take-server-version.ts';
import { pathOf } from './path-of.ts';

/** What a device of a test does about its exchange. */
export interface ExchangeOptions {
  readonly send: (path: string, init: RequestInit | undefined) => Promise<Response>;
  readonly onRefused: (refusal: Refusal) => void;
  readonly onError?: (code: string) => void;
  /** How long a request may take; as in the application where it gives none. */
  readonly patienceMs?: () => number | undefined;
}

/** Starts the exchange of one database of a store as the application does. */
export function startExchange(
  store: BookStore,
  name: 'book' | 'commons',
  { send, onRefused, onError, patienceMs }: ExchangeOptions,
): DatabaseReplication {
  const { collections, account, context, facts } = store.parts;
  const collection = collections[name];
  const database = name === 'book' ? account.databases.book : name;
  if (collection === undefined || database === undefined) throw new Error(`no ${name}`);
  collection.conflictHandler = createConflictHandler(context, (copy) => keepConflictCopy(store, copy), browserTimers);
  const around = browserSurroundings((input, init) => send(pathOf(input), init));
  const http = createCouchHttp(database, account.account, around);
  const replication = replicateDatabase({
    name: `${account.account}-${database}`,
    collection,
    image: store.image(name),
    http: { ...http, call: (path, body, timeoutMs = patienceMs?.()) => http.call(path, body, timeoutMs) },
    around,
    isWritable: true,
    live: 'bell',
    outcome: {
      onRefused: (refusal) => {
        onRefused(refusal);
        return keepRefusal(facts, context.clock(), refusal);
      },
      onAccepted: (id) => forgetRefusal(facts, id),
    },
    onError: (error) => onError?.(error.code),
    onPulled: () => {
      void putServerVersions(store, name, replication.read).catch(() => undefined);
    },
  });
  return replication;
}
