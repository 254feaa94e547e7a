import { badRequest, notFound, notImplemented } from '../couch-error.ts';
import type { DatabaseExchange, Reply } from '../http/exchange.ts';
import { readBoolean, readJsonParam } from '../http/query-params.ts';
import { isStringList } from '../json.ts';
import { AnswerSize } from './answer-size.ts';
import { assertRevision } from '../store/incoming-document.ts';
import type { StoredAttachment } from '../store/attachments.ts';
import {
  findDocument,
  findRevision,
  renderDocument,
  toRevisions,
  type AttachmentRendering,
  type DocumentRow,
} from '../store/documents.ts';
import { generationOf, listAncestry, listLeaves, listLeavesAbove, type RevisionTree } from '../store/revision-tree.ts';
import { formatSequence } from '../store/sequence.ts';
import type { Sql } from '../store/sql.ts';
import { decodeTree } from '../store/tree-codec.ts';

export function getDocument(exchange: DatabaseExchange): Reply {
  const { app, database, params, query, request } = exchange;
  const row = findDocument(app.sql, database.db, params['id'] ?? '');
  if (row === undefined) {
    if (query.has('open_revs')) return openRevisions(exchange, undefined);
    throw notFound('missing');
  }
  if (query.has('open_revs')) return openRevisions(exchange, row);
  const tree = decodeTree(row.tree);
  const requested = query.get('rev');
  if (requested !== null) assertRevision(requested);
  if (requested === null && row.deleted === 1) throw notFound('deleted');
  let rev = requested ?? row.winner;
  if (requested !== null && readBoolean(query, 'latest')) rev = listLeavesAbove(tree, rev)[0] ?? rev;
  const etag = `"${rev}"`;
  const hasExtras = ['revs_info', 'meta', 'conflicts', 'deleted_conflicts', 'attachments'].some((name) =>
    query.has(name),
  );
  if (!hasExtras && request.headers['if-none-match'] === etag) return { status: 304, headers: { ETag: etag } };
  const text = renderRevision(
    app.sql,
    row,
    tree,
    rev,
    readExtras(exchange, row, tree, rev),
    renderAttachments(exchange, tree),
  );
  if (text === undefined) throw notFound('missing');
  return { status: 200, text: `${text}\n`, headers: { ETag: etag } };
}

export function renderRevision(
  sql: Sql,
  row: DocumentRow,
  tree: RevisionTree,
  rev: string,
  extras: Record<string, unknown>,
  attachments: AttachmentRendering,
): string | undefined {
  const revision = findRevision(sql, row, rev, tree.get(rev)?.isDeleted === true);
  return revision === undefined ? undefined : renderDocument(revision, extras, attachments);
}

/** Multipart, which CouchDB sends to every client that would take it, is not offered: `open_revs` is for who asks for JSON. */
function assertAcceptsJson(accept: string | undefined): void {
  if (accept === undefined || /\*\/\*|multipart\//i.test(accept)) throw notImplemented();
  if (!/application\/(?:json|\*)/i.test(accept)) throw notImplemented();
}

/** `open_revs`, as JSON. With `latest` in the order of the tree, as CouchDB. */
function openRevisions(exchange: DatabaseExchange, row: DocumentRow | undefined): Reply {
  const { app, query, request } = exchange;
  assertAcceptsJson(request.headers.accept);
  const wanted = query.get('open_revs') === 'all' ? 'all' : readJsonParam(query, 'open_revs');
  if (wanted !== 'all' && !isStringList(wanted)) throw badRequest('open_revs must be "all" or a list of revisions');
  if (row === undefined) {
    if (wanted === 'all') throw notFound('missing');
    return { status: 200, json: wanted.map((rev) => ({ missing: rev })) };
  }
  const tree = decodeTree(row.tree);
  const isLatest = readBoolean(query, 'latest');
  const revs =
    wanted === 'all'
      ? listLeaves(tree)
      : [
          ...new Set(
            wanted.flatMap((rev) => (isLatest && tree.has(rev) ? listLeavesAbove(tree, rev).toReversed() : [rev])),
          ),
        ];
  const size = new AnswerSize(app.sql, app.limits);
  const has = { ancestry: readBoolean(query, 'revs'), contents: readBoolean(query, 'attachments') };
  for (const rev of revs) size.addRevision(row, rev, has);
  const rows = revs.map((rev) => {
    const extras = readBoolean(query, 'revs') ? { _revisions: toRevisions(listAncestry(tree, rev)) } : {};
    const text = renderRevision(app.sql, row, tree, rev, extras, renderAttachments(exchange, tree));
    return text === undefined ? JSON.stringify({ missing: rev }) : `{"ok":${text}}`;
  });
  return { status: 200, text: `[${rows.join(',')}]\n` };
}

function readExtras(
  { query, database }: DatabaseExchange,
  row: DocumentRow,
  tree: RevisionTree,
  rev: string,
): Record<string, unknown> {
  const isMeta = readBoolean(query, 'meta');
  const extras: Record<string, unknown> = {};
  if (readBoolean(query, 'revs')) extras['_revisions'] = toRevisions(listAncestry(tree, rev));
  if (isMeta || readBoolean(query, 'revs_info')) extras['_revs_info'] = describeRevisions(tree, rev);
  if (readBoolean(query, 'local_seq')) extras['_local_seq'] = formatSequence(row.seq, database.uuid);
  const others = listLeaves(tree).filter((leaf) => leaf !== row.winner);
  const living = others.filter((leaf) => tree.get(leaf)?.isDeleted !== true);
  const deleted = others.filter((leaf) => tree.get(leaf)?.isDeleted === true);
  if ((isMeta || readBoolean(query, 'conflicts')) && living.length > 0) extras['_conflicts'] = living;
  if ((isMeta || readBoolean(query, 'deleted_conflicts')) && deleted.length > 0) extras['_deleted_conflicts'] = deleted;
  return extras;
}

/** Bodies of revisions that were replaced are not kept, as after a compaction. */
function describeRevisions(tree: RevisionTree, rev: string): { rev: string; status: string }[] {
  const leaves = listLeaves(tree);
  return listAncestry(tree, rev).map((ancestor) => {
    const kept = tree.get(ancestor)?.isDeleted === true ? 'deleted' : 'available';
    return { rev: ancestor, status: leaves.includes(ancestor) ? kept : 'missing' };
  });
}

/** `attachments=true` gives contents; `atts_since` leaves out what these revisions had already. */
export function renderAttachments({ app, query }: DatabaseExchange, tree: RevisionTree): AttachmentRendering {
  const since = readJsonParam(query, 'atts_since');
  const known = isStringList(since) ? since.filter((rev) => tree.has(rev)).map(generationOf) : [];
  const newest = Math.max(0, ...known);
  const isWanted = query.get('attachments') === 'true' || isStringList(since);
  return { sql: app.sql, withData: (attachment: StoredAttachment) => isWanted && attachment.revpos > newest };
}
