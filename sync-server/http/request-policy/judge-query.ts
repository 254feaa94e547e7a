import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { MOST_FEED_IDS, MOST_FEED_RECORDS } from '../../../shared/sync/records-only.ts';
import type { AllowedPath, Resource } from '../allowed-paths.ts';
import type { Parameter } from './read-query.ts';
import { between, oneOf, position, readQuery, revision } from './read-query.ts';

/** The longest a feed may wait for news, in milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** A request whose address was judged. */
export interface JudgedQuery {
  /** Address below the database server, written anew from what was understood. */
  readonly target: string;
  /** Rows that the answer of a feed may have; 0 for anything else. */
  readonly rows: number;
  /** Whether the database reads records to choose rows by, and the answer does not show how large they are. */
  readonly readsUnseen: boolean;
  /** Whether the answer carries documents: it may be large, and is made for one of an account after the other. */
  readonly hasDocuments: boolean;
}

/**
 * `continuous` and `eventsource` are not among the feeds: CouchDB streams them for as long as it likes, to devices that were
 * revoked meanwhile. Nor is `heartbeat`, which takes the end off a long-poll.
 */
const FEED: Readonly<Record<string, Parameter>> = {
  feed: oneOf('normal', 'longpoll'),
  style: oneOf('main_only', 'all_docs'),
  limit: between(1, MOST_FEED_IDS),
  seq_interval: between(1, MOST_FEED_IDS),
  timeout: between(0, LONGEST_WAIT_MS),
  since: position,
};
const SELECTED: Readonly<Record<string, Parameter>> = {
  ...FEED,
  filter: oneOf('_selector'),
  include_docs: oneOf('true', 'false'),
};
const LISTING: Readonly<Record<string, Parameter>> = { include_docs: oneOf('true', 'false') };
const NOTHING: Readonly<Record<string, Parameter>> = {};
/** Parts of a receipt may be read in any of the revisions a race left. */
const RECEIPT: Readonly<Record<string, Parameter>> = { rev: revision, conflicts: oneOf('true') };

/** Which parameters a request may have, and its address as it goes on. Errors: `network.refused`, `network.tooMuch`. */
export function judgeQuery(
  method: string,
  { resource, database, path }: AllowedPath,
  search: string,
): Result<JudgedQuery> {
  const read = readQuery(search, listAllowed(method, resource, database));
  if (!read.ok) return read;
  const query = new Map(read.value);
  let rows = 0;
  const isLongpoll = query.get('feed') === 'longpoll';
  const hasDocuments = query.get('include_docs') === 'true';
  // A bell says that there is news and no more: who waits for it must not hold a place among the answers with documents.
  if (isLongpoll && hasDocuments) return fail(appError('network.refused', 'the request asks for more than is open'));
  if (resource === '_changes') {
    // A selector that nothing names would be read as none, and the feed would bring everything.
    if (method === 'POST' && query.get('filter') !== '_selector') {
      return fail(appError('network.refused', 'the request asks for more than is open'));
    }
    // Nor does a bell bring more than the first news, however far back it begins.
    if (isLongpoll) query.set('limit', '1');
    const most = hasDocuments ? MOST_FEED_RECORDS : MOST_FEED_IDS;
    rows = Number(query.get('limit') ?? most);
    if (rows > most) return fail(appError('network.tooMuch', 'too many rows at once', { most }));
    query.set('limit', String(rows));
  }
  const text = new URLSearchParams([...query]).toString();
  return ok({
    target: text === '' ? path : `${path}?${text}`,
    rows,
    readsUnseen: query.has('filter') && !hasDocuments,
    hasDocuments,
  });
}

function listAllowed(method: string, resource: Resource, database: string): Readonly<Record<string, Parameter>> {
  if (resource === '_changes') return method === 'POST' ? SELECTED : FEED;
  if (resource === '_all_docs') return LISTING;
  const isPart = database.startsWith('receipts-') && (resource === 'document' || resource === 'attachment');
  return isPart ? RECEIPT : NOTHING;
}
