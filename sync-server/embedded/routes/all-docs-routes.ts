import { badRequest, tooManyDocuments } from '../couch-error.ts';
import { STREAMED, type DatabaseExchange } from '../http/exchange.ts';
import { JsonStream } from '../http/json-stream.ts';
import { readBoolean, readCount, readJsonParam } from '../http/query-params.ts';
import { assertJsonContentType, readJsonObject } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { yieldToOthers } from '../http/yield-to-others.ts';
import { listKeys, listRange, renderRow, type ListingOptions, type ListingRange } from '../store/document-listing.ts';
import { findDocument } from '../store/documents.ts';
import { formatSequence } from '../store/sequence.ts';
import { AnswerSize } from './answer-size.ts';
import { listLocal } from './local-routes.ts';

const PAGE_ROWS = 500;

export const allDocsRoutes: Route[] = [
  { method: 'GET', path: '/:db/_all_docs', access: 'member', handle: (exchange) => listDocuments(exchange) },
  { method: 'POST', path: '/:db/_all_docs', access: 'member', handle: postAllDocs },
  {
    method: 'GET',
    path: '/:db/_design_docs',
    access: 'member',
    handle: (exchange) => listDocuments(exchange, { first: '_design/', last: '_design0' }),
  },
  { method: 'GET', path: '/:db/_local_docs', access: 'member', handle: listLocal },
];

/** The body of a POST holds the same options as the address of a GET. */
async function postAllDocs(exchange: DatabaseExchange): Promise<typeof STREAMED> {
  assertJsonContentType(exchange);
  for (const [name, value] of Object.entries(await readJsonObject(exchange))) {
    const isJson = ['keys', 'key', 'startkey', 'start_key', 'endkey', 'end_key'].includes(name);
    exchange.query.set(name, isJson ? JSON.stringify(value) : String(value));
  }
  return listDocuments(exchange);
}

async function listDocuments(
  exchange: DatabaseExchange,
  bounds?: { first: string; last: string },
): Promise<typeof STREAMED> {
  const { app, database, query } = exchange;
  const includeDocs = readBoolean(query, 'include_docs');
  const keys = readJsonParam(query, 'keys');
  if (keys !== undefined && !Array.isArray(keys)) throw badRequest('`keys` member must be an array.');
  const range = readRange(query, bounds);
  const options = {
    includeDocs,
    hasConflicts: readBoolean(query, 'conflicts'),
    hasAttachments: readBoolean(query, 'attachments'),
  };
  const updateSeq = readBoolean(query, 'update_seq')
    ? `"update_seq":${JSON.stringify(formatSequence(database.update_seq, database.uuid))},`
    : '';
  if (keys !== undefined) await assertAnswerFits(exchange, keys, options);
  const stream = new JsonStream(exchange);
  await stream.write(`{"total_rows":${database.doc_count},"offset":null,${updateSeq}"rows":[\n`);
  let isFirst = true;
  const pages =
    keys === undefined
      ? listRange(app.sql, database.db, range, options, PAGE_ROWS, (row) => renderRow(app.sql, row, options))
      : listKeys(app.sql, database.db, chooseKeys(keys, range), options);
  for (const page of pages) {
    if (stream.isClosed) break;
    if (page.length === 0) continue;
    await stream.write((isFirst ? '' : ',\n') + page.join(',\n'));
    isFirst = false;
    await yieldToOthers();
  }
  stream.end('\n]}\n');
  return STREAMED;
}

async function assertAnswerFits(
  { app, database }: DatabaseExchange,
  keys: readonly unknown[],
  { includeDocs, hasAttachments }: Pick<ListingOptions, 'includeDocs' | 'hasAttachments'>,
): Promise<void> {
  const { maxBatchDocuments } = app.limits;
  if (keys.length > maxBatchDocuments) throw tooManyDocuments('max_keys_count', maxBatchDocuments);
  if (!includeDocs) return;
  const size = new AnswerSize(app.sql, app.limits);
  for (const [index, key] of keys.entries()) {
    const row = typeof key === 'string' ? findDocument(app.sql, database.db, key) : undefined;
    if (row?.deleted === 0) size.addRevision(row, row.winner, { ancestry: false, contents: hasAttachments });
    if (index % PAGE_ROWS === PAGE_ROWS - 1) await yieldToOthers();
  }
}

function chooseKeys(keys: readonly unknown[], range: ListingRange): readonly unknown[] {
  const ordered = range.isDescending ? [...keys].reverse() : keys;
  return ordered.slice(range.skip, range.skip + range.limit);
}

function readRange(query: URLSearchParams, bounds: { first: string; last: string } | undefined): ListingRange {
  const key = readKey(query, 'key');
  const isDescending = readBoolean(query, 'descending');
  const start = key ?? readKey(query, 'startkey', 'start_key');
  const end = key ?? readKey(query, 'endkey', 'end_key');
  const [first, last] = isDescending ? [end, start] : [start, end];
  const isEndIncluded = key !== undefined || readBoolean(query, 'inclusive_end', true);
  return {
    first: first ?? bounds?.first,
    last: last ?? bounds?.last,
    isFirstIncluded: isDescending ? isEndIncluded : true,
    isLastIncluded: isDescending ? true : isEndIncluded,
    isDescending,
    limit: readCount(query, 'limit') ?? Number.MAX_SAFE_INTEGER,
    skip: readCount(query, 'skip') ?? 0,
  };
}

function readKey(query: URLSearchParams, ...names: string[]): string | undefined {
  const value = readJsonParam(query, ...names);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw badRequest('Keys of _all_docs are strings.');
}
