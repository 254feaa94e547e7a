import { randomUUID } from 'node:crypto';
import { badRequest, conflict, notFound } from '../couch-error.ts';
import { okReply, type DatabaseExchange, type HandlerResult, type Reply } from '../http/exchange.ts';
import { readBoolean } from '../http/query-params.ts';
import { assertJsonContentType, readJson, readJsonObject } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { isJsonObject } from '../json.ts';
import { findDocument, findRevision, renderDocument } from '../store/documents.ts';
import { assertDocumentId, assertRevision } from '../store/incoming-document.ts';
import { getDocument } from './get-document.ts';
import { getLocalDocument, putLocalDocument, removeLocalDocument, saveLocal } from './local-routes.ts';
import { readIncoming, writeOne } from './write-documents.ts';

type DocumentHandler = (exchange: DatabaseExchange) => HandlerResult;

/** `_local` documents share the addresses of documents but nothing else. */
function route(onDocument: DocumentHandler, onLocal: DocumentHandler): DocumentHandler {
  return (exchange) => {
    const id = exchange.params['id'] ?? '';
    if (id.startsWith('_local/')) return onLocal(exchange);
    assertDocumentId(id);
    return onDocument(exchange);
  };
}

export const documentRoutes: Route[] = [
  { method: 'POST', path: '/:db', access: 'member', handle: postDocument },
  { method: 'GET', path: '/:db/:id', access: 'member', handle: route(getDocument, getLocalDocument) },
  { method: 'PUT', path: '/:db/:id', access: 'member', handle: route(putDocument, putLocalDocument) },
  { method: 'DELETE', path: '/:db/:id', access: 'member', handle: route(deleteDocument, removeLocalDocument) },
  { method: 'COPY', path: '/:db/:id', access: 'member', handle: copyDocument },
];

async function putDocument(exchange: DatabaseExchange): Promise<Reply> {
  const id = exchange.params['id'] ?? '';
  const value = await readJsonObject(exchange);
  if (value['_id'] !== undefined && value['_id'] !== id) throw badRequest('Document ID must match the one in the URL');
  const isReplicated = !readBoolean(exchange.query, 'new_edits', true);
  const incoming = await readIncoming(exchange, value, id);
  const requested = requestedRevision(exchange);
  if (requested !== undefined && !isReplicated) {
    const given = incoming.history[0];
    if (given !== undefined && given !== requested) {
      throw badRequest('Document rev from request body and query string have different values');
    }
    incoming.history = [requested];
  }
  return written(await writeOne(exchange, incoming, isReplicated));
}

async function postDocument(exchange: DatabaseExchange): Promise<Reply> {
  assertJsonContentType(exchange);
  const value = await readJson(exchange);
  const given = isJsonObject(value) ? value['_id'] : undefined;
  const id = typeof given === 'string' ? given : randomUUID().replaceAll('-', '');
  if (id.startsWith('_local/') && isJsonObject(value)) return saveLocal(exchange, id, value);
  return written(await writeOne(exchange, await readIncoming(exchange, value, id)));
}

async function deleteDocument(exchange: DatabaseExchange): Promise<Reply> {
  const { app, database, params } = exchange;
  const id = params['id'] ?? '';
  const row = findDocument(app.sql, database.db, id);
  if (row === undefined) throw notFound('missing');
  const rev = requestedRevision(exchange);
  if (row.deleted === 1 && rev === undefined) throw notFound('deleted');
  if (rev === undefined) throw conflict();
  const incoming = await readIncoming(exchange, { _deleted: true, _rev: rev }, id);
  return { ...written(await writeOne(exchange, incoming)), status: 200 };
}

async function copyDocument(exchange: DatabaseExchange): Promise<Reply> {
  const { app, database, params, request } = exchange;
  const destination = /^([^?]+)(?:\?rev=(.+))?$/.exec(String(request.headers['destination'] ?? ''));
  if (destination?.[1] === undefined) throw badRequest('Destination header is mandatory for COPY.');
  const row = findDocument(app.sql, database.db, params['id'] ?? '');
  const source = row === undefined || row.deleted === 1 ? undefined : findRevision(app.sql, row, row.winner, false);
  if (source === undefined) throw notFound('missing');
  const rendered = renderDocument(source, {}, { sql: app.sql, withData: () => true });
  const { _id, _rev, ...copy } = JSON.parse(rendered) as Record<string, unknown>;
  const targetRev = destination[2] === undefined ? {} : { _rev: destination[2] };
  const incoming = await readIncoming(exchange, { ...copy, ...targetRev }, decodeURIComponent(destination[1]));
  return written(await writeOne(exchange, incoming));
}

/** The revision named by `?rev=` or `If-Match`. */
export function requestedRevision({ query, request }: DatabaseExchange): string | undefined {
  const rev = query.get('rev') ?? request.headers['if-match']?.replace(/^"|"$/g, '');
  return rev === undefined || rev === '' ? undefined : assertRevision(rev);
}

export function written({ id, rev }: { id: string; rev: string }): Reply {
  return { ...okReply({ ok: true, id, rev }, 201), headers: { ETag: `"${rev}"` } };
}
