import { parseField } from 'pouchdb-selector-core';
import { badRequest, CouchError } from '../couch-error.ts';
import { isJsonObject, isStringList, type JsonObject } from '../json.ts';

export type SortDirection = 'asc' | 'desc';

export interface FindRequest {
  selector: JsonObject;
  fields: string[][] | undefined;
  sort: string[];
  direction: SortDirection;
  limit: number;
  skip: number;
  bookmark: string | undefined;
  useIndex: string[];
  hasStats: boolean;
}

const DEFAULT_LIMIT = 25;

export function parseFindRequest(body: JsonObject): FindRequest {
  const selector = body['selector'];
  if (!isJsonObject(selector)) throw new CouchError(400, 'missing_required_key', 'Missing required key: selector');
  const fields = body['fields'];
  if (fields !== undefined && !isStringList(fields)) throw badRequest('`fields` must be a list of strings');
  const bookmark = body['bookmark'];
  const useIndex = body['use_index'];
  return {
    selector,
    fields: fields === undefined || fields.length === 0 ? undefined : fields.map(parseField),
    ...parseSort(body['sort']),
    limit: readCount(body['limit'], DEFAULT_LIMIT),
    skip: readCount(body['skip'], 0),
    bookmark: typeof bookmark === 'string' && bookmark !== '' && bookmark !== 'nil' ? bookmark : undefined,
    useIndex: typeof useIndex === 'string' ? [useIndex] : isStringList(useIndex) ? useIndex : [],
    hasStats: body['execution_stats'] === true,
  };
}

function parseSort(value: unknown): { sort: string[]; direction: SortDirection } {
  if (value === undefined) return { sort: [], direction: 'asc' };
  if (!Array.isArray(value)) throw invalidSort();
  const entries = (value as unknown[]).map(parseSortEntry);
  const direction = entries[0]?.direction ?? 'asc';
  if (entries.some((entry) => entry.direction !== direction)) {
    throw new CouchError(
      400,
      'unsupported_mixed_sort',
      'Sorts currently only support a single direction for all fields.',
    );
  }
  return { sort: entries.map((entry) => entry.field), direction };
}

function parseSortEntry(entry: unknown): { field: string; direction: SortDirection } {
  if (typeof entry === 'string') return { field: entry, direction: 'asc' };
  const [pair] = isJsonObject(entry) ? Object.entries(entry) : [];
  if (pair === undefined || (pair[1] !== 'asc' && pair[1] !== 'desc')) throw invalidSort();
  return { field: pair[0], direction: pair[1] };
}

function invalidSort(): CouchError {
  return new CouchError(400, 'invalid_sort_json', 'Sort must be an array of sort specs.');
}

function readCount(value: unknown, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw badRequest('Invalid limit or skip');
  return value;
}
