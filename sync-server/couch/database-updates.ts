import type { Couch } from './connect.ts';
import { couchStatus } from './couch-request.ts';

const WAIT_MS = 25_000;

interface UpdatesAnswer {
  readonly results: readonly { readonly db_name: string }[];
  readonly last_seq: string;
}

/** The feed of databases that changed; `undefined` from a server that keeps none. */
export async function readUpdatesPosition(couch: Couch, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await couch.request<UpdatesAnswer>({ path: '_db_updates', query: { since: 'now' }, signal });
    return answer.last_seq;
  } catch (error) {
    const status = couchStatus(error);
    if (status === 404 || status === 501) return undefined;
    throw error;
  }
}

/** Waits until a database changes (or half a minute passed) and tells which ones did. */
export async function waitForUpdates(
  couch: Couch,
  since: string,
  signal: AbortSignal,
): Promise<{ readonly names: readonly string[]; readonly position: string }> {
  const query = { feed: 'longpoll', since, timeout: WAIT_MS };
  const answer = await couch.request<UpdatesAnswer>({ path: '_db_updates', query, signal });
  return { names: [...new Set(answer.results.map(({ db_name: name }) => name))], position: answer.last_seq };
}
