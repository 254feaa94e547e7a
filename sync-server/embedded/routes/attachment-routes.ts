import { CouchError, notFound, notImplemented } from '../couch-error.ts';
import type { DatabaseExchange, Reply } from '../http/exchange.ts';
import { readBody } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { parseStoredObject } from '../json.ts';
import { readBlob } from '../store/attachments.ts';
import { findDocument, findRevision, type StoredRevision } from '../store/documents.ts';
import { assertAttachmentName, cleanContentType, type IncomingAttachment } from '../store/incoming-attachment.ts';
import { assertDocumentId, type IncomingDocument } from '../store/incoming-document.ts';
import { decodeTree } from '../store/tree-codec.ts';
import { requestedRevision, written } from './document-routes.ts';
import { writeOne } from './write-documents.ts';

export const attachmentRoutes: Route[] = [
  { method: 'GET', path: '/:db/:id/*name', access: 'member', handle: getAttachment },
  { method: 'PUT', path: '/:db/:id/*name', access: 'member', handle: putAttachment },
  { method: 'DELETE', path: '/:db/:id/*name', access: 'member', handle: deleteAttachment },
  {
    method: '*',
    path: '/:db/:id/*name',
    access: 'member',
    handle: () => {
      throw notImplemented();
    },
  },
];

function getAttachment(exchange: DatabaseExchange): Reply {
  const { app, request } = exchange;
  const { name } = readTarget(exchange);
  const attachment = currentRevision(exchange)?.attachments.find((candidate) => candidate.name === name);
  if (attachment === undefined) throw notFound('Document is missing attachment');
  const headers = {
    ETag: `"${attachment.digest.replace(/^md5-/, '')}"`,
    'Content-Type': attachment.contentType,
    // Content of members must never run as a page of this origin.
    'Content-Security-Policy': 'sandbox',
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'must-revalidate',
  };
  if (request.headers['if-none-match'] === headers.ETag) return { status: 304, headers };
  const bytes = readBlob(app.sql, attachment.blob);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (range === null) return { status: 200, bytes, headers };
  const from = Number(range[1]);
  const to = range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1);
  if (from > to) throw new CouchError(416, 'requested_range_not_satisfiable', 'Requested range not satisfiable');
  const contentRange = { 'Content-Range': `bytes ${from}-${to}/${bytes.length}` };
  return { status: 206, bytes: bytes.subarray(from, to + 1), headers: { ...headers, ...contentRange } };
}

async function putAttachment(exchange: DatabaseExchange): Promise<Reply> {
  const { name } = readTarget(exchange);
  assertAttachmentName(name);
  const data = await readBody(exchange);
  if (data.length > exchange.app.limits.maxAttachmentBytes) throw new CouchError(413, 'attachment_too_large', name);
  const contentType = cleanContentType(exchange.request.headers['content-type']);
  return writeAttachments(exchange, { name, contentType, data, digest: undefined, revpos: undefined });
}

async function deleteAttachment(exchange: DatabaseExchange): Promise<Reply> {
  const { name } = readTarget(exchange);
  const isKnown = currentRevision(exchange)?.attachments.some((candidate) => candidate.name === name) === true;
  if (!isKnown) throw notFound('Document is missing attachment');
  return { ...(await writeAttachments(exchange, undefined)), status: 200 };
}

/** Writes the document again with one attachment more, or without the one of the address. */
async function writeAttachments(exchange: DatabaseExchange, added: IncomingAttachment | undefined): Promise<Reply> {
  const { id, name } = readTarget(exchange);
  const rev = requestedRevision(exchange);
  const current = currentRevision(exchange);
  const kept = (current?.attachments ?? [])
    .filter((attachment) => attachment.name !== name)
    .map(({ name: keptName, contentType, digest, revpos }) => ({
      name: keptName,
      contentType,
      digest,
      revpos,
      data: undefined,
    }));
  const bodyText = current?.bodyText ?? '{}';
  const incoming: IncomingDocument = {
    id,
    history: rev === undefined ? [] : [rev],
    isDeleted: false,
    body: parseStoredObject(bodyText),
    bodyText,
    attachments: added === undefined ? kept : [...kept, added],
  };
  return written(await writeOne(exchange, incoming));
}

function readTarget({ params }: DatabaseExchange): { id: string; name: string } {
  const { id = '', name = '' } = { id: params['id'], name: params['name'] };
  // `/db/_design/x/_view/y` and the like: functions of design documents.
  if (id.startsWith('_design/') && name.startsWith('_')) throw notImplemented();
  assertDocumentId(id);
  return { id, name };
}

function currentRevision(exchange: DatabaseExchange): StoredRevision | undefined {
  const { app, database } = exchange;
  const { id } = readTarget(exchange);
  const row = findDocument(app.sql, database.db, id);
  if (row === undefined) return undefined;
  const rev = requestedRevision(exchange) ?? row.winner;
  const isDeleted = decodeTree(row.tree).get(rev)?.isDeleted === true;
  return isDeleted ? undefined : findRevision(app.sql, row, rev, false);
}
