import { isDatabaseMember } from '../auth/database-access.ts';
import { STREAMED, type DatabaseExchange } from '../http/exchange.ts';
import { JsonStream } from '../http/json-stream.ts';
import { waitForNews } from '../http/long-poll.ts';
import { readBoolean, readCount } from '../http/query-params.ts';
import type { Route } from '../http/router.ts';
import { yieldToOthers } from '../http/yield-to-others.ts';
import { countChanges, listChanges, renderChange, type ChangeRendering } from '../store/changes.ts';
import { reloadDatabase } from '../store/databases.ts';
import { formatSequence, parseSince } from '../store/sequence.ts';
import { readChangesFilter, type ChangesFilter } from './changes-filter.ts';
import { readFeedOptions } from '../http/feed-options.ts';

const PAGE_ROWS = 500;

export const changesRoutes: Route[] = [
  { method: 'GET', path: '/:db/_changes', access: 'member', handle: changes },
  { method: 'POST', path: '/:db/_changes', access: 'member', handle: changes },
];

/** Where one reading of the feed stands. */
interface Cursor {
  since: number;
  /** Rows that may still be sent. */
  left: number;
  hasRows: boolean;
}

interface Feed {
  exchange: DatabaseExchange;
  stream: JsonStream;
  filter: ChangesFilter;
  rendering: ChangeRendering;
  isDescending: boolean;
  seqInterval: number;
}

async function changes(exchange: DatabaseExchange): Promise<typeof STREAMED> {
  const { app, database, query, request } = exchange;
  const feedOptions = readFeedOptions(query);
  const filter = await readChangesFilter(exchange);
  const sinceText = query.get('since') ?? (request.headers['last-event-id'] as string | undefined) ?? null;
  const since = parseSince(sinceText, database.uuid, reloadDatabase(app.sql, database.db)?.update_seq ?? 0);
  const cursor: Cursor = { since, left: Math.max(readCount(query, 'limit') ?? 1e15, 1), hasRows: false };
  const rendering: ChangeRendering = {
    sql: app.sql,
    hasAllLeaves: query.get('style') === 'all_docs',
    includeDocs: readBoolean(query, 'include_docs'),
    hasConflicts: readBoolean(query, 'conflicts'),
    hasAttachments: readBoolean(query, 'attachments'),
  };
  const isDescending = readBoolean(query, 'descending');
  const seqInterval = Math.max(readCount(query, 'seq_interval') ?? 1, 1);
  const stream = new JsonStream(exchange);
  const feed: Feed = { exchange, stream, filter, rendering, isDescending, seqInterval };
  await stream.write('{"results":[\n');
  await sendRows(feed, cursor);
  if (feedOptions.isLongpoll && !cursor.hasRows) {
    await waitForNews(
      exchange,
      stream,
      feedOptions,
      (wake) => app.notifier.onDatabase(database.db, wake),
      async () => !isStillAllowed(exchange) || sendRows(feed, cursor),
    );
  }
  const pending = cursor.left > 0 || isDescending ? 0 : countChanges(app.sql, database.db, cursor.since);
  const lastSeq = JSON.stringify(formatSequence(cursor.since, database.uuid));
  stream.end(`\n],\n"last_seq":${lastSeq},"pending":${pending}}\n`);
  return STREAMED;
}

/** Sends what is new since the cursor and moves it on; true when a row was sent. */
async function sendRows(feed: Feed, cursor: Cursor): Promise<boolean> {
  const { exchange, stream, isDescending } = feed;
  const { sql } = exchange.app;
  const { db, uuid } = exchange.database;
  let since = cursor.since;
  let upTo = reloadDatabase(sql, db)?.update_seq ?? since;
  const newest = upTo;
  const hasBodies = feed.rendering.includeDocs || feed.filter.needsBodies;
  while (cursor.left > 0 && !stream.isClosed) {
    const { rows, isLast } = listChanges(sql, db, { since, upTo, isDescending, hasBodies }, PAGE_ROWS);
    const texts: string[] = [];
    for (const row of rows) {
      if (isDescending) upTo = row.seq - 1;
      else since = row.seq;
      if (!feed.filter.matches(row)) continue;
      // CouchDB counts from the end of the limit, so the first row always has its sequence.
      const isNumbered = cursor.left % feed.seqInterval === 0;
      texts.push(renderChange(row, isNumbered ? formatSequence(row.seq, uuid) : null, feed.rendering));
      cursor.left -= 1;
      if (cursor.left === 0) break;
    }
    if (texts.length > 0) {
      await stream.write((cursor.hasRows ? ',\n' : '') + texts.join(',\n'));
      cursor.hasRows = true;
    }
    if (isLast) break;
    await yieldToOthers();
  }
  cursor.since = cursor.left === 0 && !isDescending ? since : newest;
  return cursor.hasRows;
}

/** A long-poll ends when its user was taken out of the database, or the database went away. */
function isStillAllowed(exchange: DatabaseExchange): boolean {
  const database = reloadDatabase(exchange.app.sql, exchange.database.db);
  return database !== undefined && isDatabaseMember(exchange.user, database);
}
