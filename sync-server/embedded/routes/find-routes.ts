import { createHash } from 'node:crypto';
import { badRequest, CouchError, notFound } from '../couch-error.ts';
import { listIndexes, readIndexes } from '../find/find-index.ts';
import { parseFindRequest } from '../find/find-request.ts';
import { runFind } from '../find/run-find.ts';
import { okReply, type DatabaseExchange, type Reply } from '../http/exchange.ts';
import { assertJsonContentType, readJsonObject } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { isJsonObject, parseStoredObject, type JsonObject } from '../json.ts';
import { findDocument, findRevision } from '../store/documents.ts';
import { readIncoming, writeOne } from './write-documents.ts';

export const findRoutes: Route[] = [
  { method: 'POST', path: '/:db/_find', access: 'member', handle: find },
  { method: 'GET', path: '/:db/_index', access: 'member', handle: showIndexes },
  { method: 'POST', path: '/:db/_index', access: 'databaseAdmin', handle: createIndex },
  { method: 'DELETE', path: '/:db/_index/_design/:id/json/:name', access: 'databaseAdmin', handle: removeIndex },
  { method: 'DELETE', path: '/:db/_index/:id/json/:name', access: 'databaseAdmin', handle: removeIndex },
];

const NO_INDEX_WARNING = 'No matching index found, create an index to optimize query time.';

async function find(exchange: DatabaseExchange): Promise<Reply> {
  assertJsonContentType(exchange);
  const { app, database } = exchange;
  const request = parseFindRequest(await readJsonObject(exchange));
  const start = performance.now();
  const { docs, bookmark, hasIndex, examined } = await runFind(app.sql, database.db, request, app.limits);
  const stats = {
    total_keys_examined: 0,
    total_docs_examined: examined,
    total_quorum_docs_examined: 0,
    results_returned: docs.length,
    execution_time_ms: performance.now() - start,
  };
  return okReply({
    docs,
    bookmark,
    ...(request.hasStats ? { execution_stats: stats } : {}),
    ...(hasIndex ? {} : { warning: NO_INDEX_WARNING }),
  });
}

function showIndexes({ app, database }: DatabaseExchange): Reply {
  const special = { ddoc: null, name: '_all_docs', type: 'special', def: { fields: [{ _id: 'asc' }] } };
  const declared = listIndexes(app.sql, database.db).map(({ ddoc, name, fields, partialFilter }) => ({
    ddoc,
    name,
    type: 'json',
    partitioned: false,
    def: {
      fields: fields.map((field) => ({ [field]: 'asc' })),
      ...(partialFilter === undefined ? {} : { partial_filter_selector: partialFilter }),
    },
  }));
  return okReply({ total_rows: declared.length + 1, indexes: [special, ...declared] });
}

async function createIndex(exchange: DatabaseExchange): Promise<Reply> {
  assertJsonContentType(exchange);
  const body = await readJsonObject(exchange);
  const index = body['index'];
  if (!isJsonObject(index)) throw new CouchError(400, 'missing_required_key', 'Missing required key: index');
  if ((body['type'] ?? 'json') !== 'json') throw badRequest('Only indexes of type json are offered.');
  const fields = readFields(index['fields']);
  const partial = isJsonObject(index['partial_filter_selector']) ? index['partial_filter_selector'] : {};
  const view = {
    map: { fields: Object.fromEntries(fields.map((field) => [field, 'asc'])), partial_filter_selector: partial },
    reduce: '_count',
    options: { def: { fields } },
  };
  const fingerprint = createHash('sha1').update(JSON.stringify(view)).digest('hex');
  const name = typeof body['name'] === 'string' ? body['name'] : fingerprint;
  const ddoc = typeof body['ddoc'] === 'string' ? body['ddoc'] : fingerprint;
  const id = ddoc.startsWith('_design/') ? ddoc : `_design/${ddoc}`;
  const { rev, design } = readDesign(exchange, id);
  const views = isJsonObject(design['views']) ? design['views'] : {};
  if (JSON.stringify(views[name]) === JSON.stringify(view)) return okReply({ result: 'exists', id, name });
  const changed = { ...design, language: 'query', views: { ...views, [name]: view } };
  await writeDesign(exchange, id, rev, changed);
  return okReply({ result: 'created', id, name });
}

async function removeIndex(exchange: DatabaseExchange): Promise<Reply> {
  const { id: given = '', name = '' } = { id: exchange.params['id'], name: exchange.params['name'] };
  const id = given.startsWith('_design/') ? given : `_design/${given}`;
  const { rev, design } = readDesign(exchange, id);
  if (!readIndexes(id, design).some((index) => index.name === name)) throw notFound('index not found');
  const { [name]: _removed, ...views } = isJsonObject(design['views']) ? design['views'] : {};
  const isEmpty = Object.keys(views).length === 0;
  await writeDesign(exchange, id, rev, isEmpty ? { _deleted: true } : { ...design, views });
  return okReply({ ok: true });
}

function readDesign({ app, database }: DatabaseExchange, id: string): { rev: string | undefined; design: JsonObject } {
  const row = findDocument(app.sql, database.db, id);
  if (row === undefined || row.deleted === 1) return { rev: undefined, design: {} };
  const revision = findRevision(app.sql, row, row.winner, false);
  return { rev: row.winner, design: revision === undefined ? {} : parseStoredObject(revision.bodyText) };
}

async function writeDesign(
  exchange: DatabaseExchange,
  id: string,
  rev: string | undefined,
  design: JsonObject,
): Promise<void> {
  await writeOne(exchange, await readIncoming(exchange, rev === undefined ? design : { ...design, _rev: rev }, id));
}

function readFields(value: unknown): string[] {
  const fields = Array.isArray(value) ? (value as unknown[]).map(readField) : [];
  if (fields.length === 0) throw badRequest('Index fields must be a list of field names.');
  return fields;
}

function readField(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  const [pair] = isJsonObject(entry) ? Object.entries(entry) : [];
  if (pair === undefined || (pair[1] !== 'asc' && pair[1] !== 'desc')) throw badRequest('Invalid index field');
  return pair[0];
}
