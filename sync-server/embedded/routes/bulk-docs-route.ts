import { randomUUID } from 'node:crypto';
import { badRequest, tooManyDocuments } from '../couch-error.ts';
import { okReply, type DatabaseExchange, type Reply } from '../http/exchange.ts';
import { assertJsonContentType, readJsonObject } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { yieldToOthers } from '../http/yield-to-others.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { IncomingDocument } from '../store/incoming-document.ts';
import { writeLocal } from './local-routes.ts';
import { readIncoming, toBulkRow } from './write-documents.ts';

export const bulkDocsRoutes: Route[] = [
  { method: 'POST', path: '/:db/_bulk_docs', access: 'member', handle: bulkDocs },
];

const YIELD_EVERY = 200;

async function bulkDocs(exchange: DatabaseExchange): Promise<Reply> {
  assertJsonContentType(exchange);
  const { app, database, user } = exchange;
  const body = await readJsonObject(exchange);
  const values = body['docs'];
  if (!Array.isArray(values)) throw badRequest('POST body must include `docs` parameter.');
  if (values.length > app.limits.maxBatchDocuments) {
    throw tooManyDocuments('max_bulk_docs_count', app.limits.maxBatchDocuments);
  }
  const isReplicated = body['new_edits'] === false;
  const documents: IncomingDocument[] = [];
  const locals: (readonly [string, JsonObject])[] = [];
  for (const [index, value] of (values as unknown[]).entries()) {
    if (index % YIELD_EVERY === YIELD_EVERY - 1) await yieldToOthers();
    const id = readId(value);
    if (id.startsWith('_local/') && isJsonObject(value)) locals.push([id, value]);
    else documents.push(await readIncoming(exchange, value, id));
  }
  const written =
    locals.length === 0 ? [] : app.sql.transaction(() => locals.map((one) => writeLocal(exchange, ...one)));
  const outcomes = documents.length === 0 ? [] : await app.writer.write(database.db, documents, { user, isReplicated });
  // A replicated write only reports what was refused.
  const shown = isReplicated ? outcomes.filter((outcome) => !outcome.ok) : outcomes;
  return okReply([...(isReplicated ? [] : written), ...shown.map(toBulkRow)], 201);
}

function readId(value: unknown): string {
  if (!isJsonObject(value)) throw badRequest('Document must be a JSON object');
  const id = value['_id'];
  if (id === undefined) return randomUUID().replaceAll('-', '');
  if (typeof id !== 'string') throw badRequest('Document id must be a string');
  return id;
}
