import { isJsonObject, parseStoredObject, type JsonObject } from '../json.ts';
import type { Sql } from '../store/sql.ts';
import { WINNER_COLUMNS, WINNER_JOIN, type WinnerRow } from '../store/document-listing.ts';
import type { FindRequest } from './find-request.ts';

/** A JSON index as a design document declares it. It gives order and selection; there is no tree on disk. */
export interface FindIndex {
  ddoc: string;
  name: string;
  fields: string[];
  partialFilter: JsonObject | undefined;
}

export function listIndexes(sql: Sql, db: number): FindIndex[] {
  const rows = sql.all<WinnerRow>(
    `SELECT ${WINNER_COLUMNS} FROM ${WINNER_JOIN}
     WHERE document.db = ? AND document.id >= '_design/' AND document.id < '_design0' AND document.deleted = 0
     ORDER BY document.id`,
    db,
  );
  return rows.flatMap((row) => readIndexes(row.id, parseStoredObject(row.body)));
}

export function readIndexes(ddoc: string, design: JsonObject): FindIndex[] {
  const views = design['views'];
  if (design['language'] !== 'query' || !isJsonObject(views)) return [];
  return Object.entries(views).flatMap(([name, view]) => {
    const map = isJsonObject(view) ? view['map'] : undefined;
    const fields = isJsonObject(map) ? map['fields'] : undefined;
    if (!isJsonObject(map) || !isJsonObject(fields)) return [];
    const partial = map['partial_filter_selector'];
    const partialFilter = isJsonObject(partial) && Object.keys(partial).length > 0 ? partial : undefined;
    return [{ ddoc, name, fields: Object.keys(fields), partialFilter }];
  });
}

/** The index CouchDB would take: every field of it is asked for or sorted by, and it gives the order. */
export function chooseIndex(indexes: readonly FindIndex[], request: FindRequest): FindIndex | undefined {
  const asked = readAskedFields(request.selector);
  const usable = indexes.filter((index) => isNamed(index, request) && isUsable(index, request, asked));
  return usable.sort((a, b) => b.fields.length - a.fields.length)[0];
}

function isNamed(index: FindIndex, { useIndex }: FindRequest): boolean {
  // An index over a part of the documents is only right when the caller says so.
  if (useIndex.length === 0) return index.partialFilter === undefined;
  const [ddoc = '', name] = useIndex;
  return index.ddoc === (ddoc.startsWith('_design/') ? ddoc : `_design/${ddoc}`) && (name ?? index.name) === index.name;
}

function isUsable(index: FindIndex, { sort }: FindRequest, asked: ReadonlyMap<string, boolean>): boolean {
  const isCovered = index.fields.every((field) => asked.has(field) || sort.includes(field));
  if (!isCovered || sort.length === 0) return isCovered;
  const fields = [...index.fields];
  // Leading fields that are fixed to one value do not disturb the order.
  while (fields[0] !== undefined && fields[0] !== sort[0] && asked.get(fields[0]) === true) fields.shift();
  return sort.every((field, position) => fields[position] === field);
}

/** Fields the selector needs to be present, and whether each is fixed to one value. */
function readAskedFields(selector: JsonObject): Map<string, boolean> {
  const asked = new Map<string, boolean>();
  for (const [name, condition] of Object.entries(selector)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        if (isJsonObject(part)) for (const [field, isFixed] of readAskedFields(part)) asked.set(field, isFixed);
      }
    } else if (!name.startsWith('$')) {
      if (!isJsonObject(condition)) asked.set(name, true);
      else if (condition['$exists'] !== false) asked.set(name, '$eq' in condition);
    }
  }
  return asked;
}
