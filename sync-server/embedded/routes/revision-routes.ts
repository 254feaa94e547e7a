import { badRequest, tooManyDocuments } from '../couch-error.ts';
import { okReply, STREAMED, type DatabaseExchange, type Reply } from '../http/exchange.ts';
import { JsonStream } from '../http/json-stream.ts';
import { readBoolean } from '../http/query-params.ts';
import { assertJsonContentType, readJsonObject } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { yieldToOthers } from '../http/yield-to-others.ts';
import { isJsonObject, isStringList, type JsonObject } from '../json.ts';
import { findDocument, toRevisions, type DocumentRow } from '../store/documents.ts';
import { createTree, generationOf, listAncestry, listLeaves, listLeavesAbove } from '../store/revision-tree.ts';
import { PAGE_CHARS } from '../store/row-page.ts';
import { decodeTree } from '../store/tree-codec.ts';
import { AnswerSize } from './answer-size.ts';
import { renderAttachments, renderRevision } from './get-document.ts';

export const revisionRoutes: Route[] = [
  { method: 'POST', path: '/:db/_revs_diff', access: 'member', handle: revsDiff },
  { method: 'POST', path: '/:db/_missing_revs', access: 'member', handle: missingRevs },
  { method: 'POST', path: '/:db/_bulk_get', access: 'member', handle: bulkGet },
];

const YIELD_EVERY = 200;
const DOCUMENTS_AT_ONCE = 20;

interface Difference {
  missing: string[];
  possible_ancestors?: string[];
}

async function revsDiff(exchange: DatabaseExchange): Promise<Reply> {
  return okReply(Object.fromEntries(await listDifferences(exchange)));
}

async function missingRevs(exchange: DatabaseExchange): Promise<Reply> {
  const differences = await listDifferences(exchange);
  return okReply({ missing_revs: Object.fromEntries(differences.map(([id, { missing }]) => [id, missing])) });
}

async function listDifferences(exchange: DatabaseExchange): Promise<[string, Difference][]> {
  assertJsonContentType(exchange);
  const { app, database } = exchange;
  const differences: [string, Difference][] = [];
  let looked = 0;
  const asked = Object.entries(await readJsonObject(exchange));
  const { maxBatchDocuments } = app.limits;
  if (asked.length > maxBatchDocuments) throw tooManyDocuments('max_revs_diff_count', maxBatchDocuments);
  const size = new AnswerSize(app.sql, app.limits);
  for (const [id, revs] of asked) {
    if (!isStringList(revs)) throw badRequest('Revisions must be a list of strings');
    size.addNames(revs.length);
    looked += 1;
    if (looked % YIELD_EVERY === 0) await yieldToOthers();
    const row = findDocument(app.sql, database.db, id);
    const tree = row === undefined ? createTree() : decodeTree(row.tree);
    const missing = [...new Set(revs)].filter((rev) => !tree.has(rev));
    if (missing.length === 0) continue;
    const newest = Math.max(...missing.map(generationOf));
    const ancestors = listLeaves(tree).filter((leaf) => generationOf(leaf) < newest);
    differences.push([id, ancestors.length === 0 ? { missing } : { missing, possible_ancestors: ancestors }]);
  }
  return differences;
}

async function bulkGet(exchange: DatabaseExchange): Promise<typeof STREAMED> {
  assertJsonContentType(exchange);
  const { limits } = exchange.app;
  const wanted = (await readJsonObject(exchange))['docs'];
  if (!Array.isArray(wanted)) throw badRequest("Missing JSON list of 'docs'.");
  if (wanted.length > limits.maxBatchDocuments) throw tooManyDocuments('max_bulk_get_count', limits.maxBatchDocuments);
  const entries = (wanted as unknown[]).map((entry) => {
    const id = isJsonObject(entry) ? entry['id'] : undefined;
    if (!isJsonObject(entry) || typeof id !== 'string') throw badRequest('Each document needs an id');
    return { id, entry };
  });
  await assertAnswerFits(exchange, entries);
  const stream = new JsonStream(exchange);
  await stream.write('{"results":[');
  let chars = 0;
  for (const [index, { id, entry }] of entries.entries()) {
    if (stream.isClosed) break;
    const docs = renderEntry(exchange, id, entry).join(',');
    chars += docs.length;
    await stream.write(`${index === 0 ? '' : ','}{"id":${JSON.stringify(id)},"docs":[${docs}]}`);
    if (index % DOCUMENTS_AT_ONCE !== 0 && chars < PAGE_CHARS) continue;
    chars = 0;
    await yieldToOthers();
  }
  stream.end(']}\n');
  return STREAMED;
}

async function assertAnswerFits(
  { app, database, query }: DatabaseExchange,
  entries: readonly { readonly id: string; readonly entry: JsonObject }[],
): Promise<void> {
  const size = new AnswerSize(app.sql, app.limits);
  const has = { ancestry: readBoolean(query, 'revs'), contents: readBoolean(query, 'attachments') };
  const isLatest = readBoolean(query, 'latest');
  for (const [index, { id, entry }] of entries.entries()) {
    const row = findDocument(app.sql, database.db, id);
    if (row !== undefined) {
      for (const rev of chooseRevisions(row, givenRevision(entry), isLatest)) size.addRevision(row, rev, has);
    }
    if (index % YIELD_EVERY === YIELD_EVERY - 1) await yieldToOthers();
  }
}

function givenRevision({ rev }: JsonObject): string | undefined {
  return typeof rev === 'string' ? rev : undefined;
}

function renderEntry(exchange: DatabaseExchange, id: string, entry: JsonObject): string[] {
  const { app, database, query } = exchange;
  const rev = givenRevision(entry);
  const row = findDocument(app.sql, database.db, id);
  if (row === undefined) return [missing(id, rev)];
  const tree = decodeTree(row.tree);
  return chooseRevisions(row, rev, readBoolean(query, 'latest')).map((chosen) => {
    const extras = readBoolean(query, 'revs') ? { _revisions: toRevisions(listAncestry(tree, chosen)) } : {};
    const text = renderRevision(app.sql, row, tree, chosen, extras, renderAttachments(exchange, tree));
    return text === undefined ? missing(id, chosen) : `{"ok":${text}}`;
  });
}

function chooseRevisions(row: DocumentRow, rev: string | undefined, isLatest: boolean): string[] {
  const tree = decodeTree(row.tree);
  if (rev === undefined) return listLeaves(tree);
  const latest = isLatest && tree.has(rev) ? listLeavesAbove(tree, rev) : [];
  return latest.length === 0 ? [rev] : latest;
}

function missing(id: string, rev: string | undefined): string {
  return JSON.stringify({ error: { id, rev: rev ?? 'undefined', error: 'not_found', reason: 'missing' } });
}
