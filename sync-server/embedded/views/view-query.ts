import { queryParseError } from '../couch-error.ts';
import { readBoolean, readCount, readJsonParam } from '../http/query-params.ts';
import type { ViewKey } from './collate.ts';
import { compareKeys } from './collate.ts';
import type { Reduction } from './reduce.ts';
import { reduceValues } from './reduce.ts';
import type { ViewRow } from './view-index.ts';

/** What a request wants of a view. */
export interface ViewQuery {
  readonly start: ViewKey;
  readonly end: ViewKey;
  readonly hasStart: boolean;
  readonly hasEnd: boolean;
  readonly isEndIncluded: boolean;
  readonly isDescending: boolean;
  readonly skip: number;
  readonly limit: number;
  readonly isReduced: boolean;
  /** How much of a key makes a group: 0 for all rows together, infinite for whole keys. */
  readonly groupLevel: number;
}

/** Throws `query_parse_error` for values of another kind and for groups without a reduction. */
export function readViewQuery(query: URLSearchParams, reduction: Reduction | undefined): ViewQuery {
  const key = readJsonParam(query, 'key');
  const start = key ?? readJsonParam(query, 'startkey', 'start_key');
  const end = key ?? readJsonParam(query, 'endkey', 'end_key');
  const isReduced = reduction !== undefined && readBoolean(query, 'reduce', true);
  const level = readCount(query, 'group_level');
  const isGrouped = readBoolean(query, 'group');
  if (!isReduced && (isGrouped || level !== undefined)) {
    throw queryParseError('Invalid use of grouping on a map view.');
  }
  return {
    start,
    end,
    hasStart: start !== undefined,
    hasEnd: end !== undefined,
    isEndIncluded: readBoolean(query, 'inclusive_end', true),
    isDescending: readBoolean(query, 'descending'),
    skip: readCount(query, 'skip') ?? 0,
    limit: readCount(query, 'limit') ?? Number.MAX_SAFE_INTEGER,
    isReduced,
    groupLevel: level ?? (isGrouped ? Number.POSITIVE_INFINITY : 0),
  };
}

/** The rows of a range, before any reduction, in the asked order. */
export function selectRows(rows: readonly ViewRow[], query: ViewQuery): ViewRow[] {
  const ordered = query.isDescending ? rows.toReversed() : rows;
  const direction = query.isDescending ? -1 : 1;
  return ordered.filter(({ key }) => {
    if (query.hasStart && compareKeys(key, query.start) * direction < 0) return false;
    if (!query.hasEnd) return true;
    const order = compareKeys(key, query.end) * direction;
    return query.isEndIncluded ? order <= 0 : order < 0;
  });
}

/** One row a group of neighbouring keys. */
export function reduceRows(
  rows: readonly ViewRow[],
  reduction: Reduction,
  { groupLevel }: ViewQuery,
): { readonly key: ViewKey; readonly value: unknown }[] {
  const groups: { key: ViewKey; values: unknown[] }[] = [];
  for (const { key, value } of rows) {
    const group = groupLevel === 0 ? null : Array.isArray(key) ? key.slice(0, groupLevel) : key;
    const last = groups.at(-1);
    if (last !== undefined && compareKeys(last.key, group) === 0) last.values.push(value);
    else groups.push({ key: group, values: [value] });
  }
  return groups.map(({ key, values }) => ({ key, value: reduceValues(reduction, values) }));
}
