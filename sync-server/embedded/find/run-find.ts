import { createFieldSorter, parseField, setFieldInDoc } from 'pouchdb-selector-core';
import { badRequest, CouchError } from '../couch-error.ts';
import { yieldToOthers } from '../http/yield-to-others.ts';
import { isJsonObject, parseStoredObject, type JsonObject } from '../json.ts';
import { listRange, renderWinner } from '../store/document-listing.ts';
import type { Sql } from '../store/sql.ts';
import { chooseIndex, listIndexes } from './find-index.ts';
import type { FindRequest, SortDirection } from './find-request.ts';
import { compileSelector, readPath, type SelectorLimits } from './selector.ts';

export interface FindResult {
  docs: JsonObject[];
  bookmark: string;
  hasIndex: boolean;
  examined: number;
}

const PAGE_ROWS = 500;
const ID_ORDER = ['_id'];

/** Reads every document of the database: right before fast. */
export async function runFind(sql: Sql, db: number, request: FindRequest, limits: SelectorLimits): Promise<FindResult> {
  const index = chooseIndex(listIndexes(sql, db), request);
  const isById = request.sort.length === 0 || (request.sort.length === 1 && request.sort[0] === '_id');
  if (index === undefined && !isById) {
    throw new CouchError(400, 'no_usable_index', 'No index exists for this sort, try indexing by the sort fields.');
  }
  const order = index === undefined ? ID_ORDER : index.fields;
  const matches = compileSelector(request.selector, limits);
  const inIndex = compileSelector(index?.partialFilter ?? {}, limits);
  const required = index === undefined ? [] : index.fields.map(parseField);
  const compare = createOrder(order, request.direction);
  const after = request.bookmark === undefined ? undefined : decodeBookmark(request.bookmark);
  const found: JsonObject[] = [];
  let examined = 0;
  const range = {
    first: undefined,
    last: undefined,
    isFirstIncluded: true,
    isLastIncluded: true,
    isDescending: false,
    limit: Number.MAX_SAFE_INTEGER,
    skip: 0,
  };
  const rendering = { hasConflicts: false, hasAttachments: false };
  const pages = listRange(sql, db, range, { includeDocs: true }, PAGE_ROWS, (row) => row);
  for (const page of pages) {
    for (const row of page) {
      if (row.id.startsWith('_design/')) continue;
      examined += 1;
      const doc = parseStoredObject(renderWinner(sql, row, rendering));
      if (required.some((path) => readPath(doc, path) === undefined)) continue;
      if (!inIndex(doc) || !matches(doc)) continue;
      if (after === undefined || compare(doc, after) > 0) found.push(doc);
    }
    await yieldToOthers();
  }
  const docs = found.sort(compare).slice(request.skip, request.skip + request.limit);
  const last = docs.at(-1);
  return {
    docs: docs.map((doc) => project(doc, request.fields)),
    bookmark: last === undefined ? (request.bookmark ?? 'nil') : encodeBookmark(last, order),
    hasIndex: index !== undefined,
    examined,
  };
}

function createOrder(fields: readonly string[], direction: SortDirection): (a: JsonObject, b: JsonObject) => number {
  const sorter = createFieldSorter(fields.map((field) => ({ [field]: 'asc' })));
  const sign = direction === 'desc' ? -1 : 1;
  return (a, b) => sign * sorter({ doc: a }, { doc: b });
}

function project(doc: JsonObject, fields: readonly string[][] | undefined): JsonObject {
  if (fields === undefined) return doc;
  const projected: JsonObject = {};
  for (const path of fields) {
    const value = readPath(doc, path);
    // A path through __proto__ would write to every object of the process.
    if (value !== undefined && !path.includes('__proto__')) setFieldInDoc(projected, path, value);
  }
  return projected;
}

/** The place of the last document in the order: documents written meanwhile do not shift the next page. */
function encodeBookmark(doc: JsonObject, order: readonly string[]): string {
  const place = project(doc, [...order.map(parseField), ['_id']]);
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decodeBookmark(bookmark: string): JsonObject {
  try {
    const place: unknown = JSON.parse(Buffer.from(bookmark, 'base64url').toString('utf8'));
    if (isJsonObject(place)) return place;
  } catch {
    // Refused below like any other bookmark that is not ours.
  }
  throw badRequest('Invalid bookmark value');
}
