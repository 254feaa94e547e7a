import { documentTooLarge, notFound } from '../couch-error.ts';
import { okReply, type DatabaseExchange, type Reply } from '../http/exchange.ts';
import { readJsonObject } from '../http/read-body.ts';
import type { JsonObject } from '../json.ts';
import { assertDocumentId } from '../store/incoming-document.ts';
import {
  deleteLocalDocument,
  findLocalDocument,
  listLocalDocuments,
  saveLocalDocument,
  type LocalDocument,
} from '../store/local-documents.ts';

/** `_local/…` documents: checkpoints of replications. They have no history and are never replicated. */
export function getLocalDocument({ app, database, params }: DatabaseExchange): Reply {
  const found = findLocalDocument(app.sql, database.db, params['id'] ?? '');
  if (found === undefined) throw notFound('missing');
  return { status: 200, text: `${renderLocalDocument(found)}\n`, headers: { ETag: `"${found.rev}"` } };
}

export async function putLocalDocument(exchange: DatabaseExchange): Promise<Reply> {
  const id = exchange.params['id'] ?? '';
  assertDocumentId(id);
  return saveLocal(exchange, id, await readJsonObject(exchange));
}

/** Also for a local document that comes by `POST /db`, as nano sends it. */
export function saveLocal(exchange: DatabaseExchange, id: string, body: JsonObject): Reply {
  if (body['_deleted'] === true) return removeLocal(exchange, id);
  return okReply(writeLocal(exchange, id, body), 201);
}

/** The last one wins, whatever revision it names. */
export function writeLocal(
  { app, database, query }: DatabaseExchange,
  id: string,
  body: JsonObject,
): { readonly ok: true; readonly id: string; readonly rev: string } {
  assertDocumentId(id);
  if (Buffer.byteLength(JSON.stringify(body)) > app.limits.maxDocumentBytes) throw documentTooLarge(id);
  const rev = saveLocalDocument(app.sql, database.db, id, body, body['_rev'] ?? query.get('rev'));
  return { ok: true, id, rev };
}

export function removeLocalDocument(exchange: DatabaseExchange): Reply {
  return removeLocal(exchange, exchange.params['id'] ?? '');
}

function removeLocal({ app, database }: DatabaseExchange, id: string): Reply {
  if (!deleteLocalDocument(app.sql, database.db, id)) throw notFound('missing');
  return okReply({ ok: true, id, rev: '0-0' });
}

export function listLocal({ app, database }: DatabaseExchange): Reply {
  const rows = listLocalDocuments(app.sql, database.db).map(({ id, rev }) => ({ id, key: id, value: { rev } }));
  return okReply({ total_rows: null, offset: null, rows });
}

function renderLocalDocument({ id, rev, body }: LocalDocument): string {
  const members = body === '{}' ? '' : `,${body.slice(1, -1)}`;
  return `{"_id":${JSON.stringify(id)},"_rev":"${rev}"${members}}`;
}
