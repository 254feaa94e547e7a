import { badRequest, notImplemented, tooManyDocuments } from '../couch-error.ts';
import { compileSelector } from '../find/selector.ts';
import type { DatabaseExchange } from '../http/exchange.ts';
import { readJsonParam } from '../http/query-params.ts';
import { assertJsonContentType, readJson } from '../http/read-body.ts';
import { isJsonObject, isStringList, parseStoredObject, type JsonObject } from '../json.ts';
import { renderWinner, type WinnerRow } from '../store/document-listing.ts';

export interface ChangesFilter {
  readonly matches: (row: WinnerRow) => boolean;
  /** Whether it looks at more than ids. */
  readonly needsBodies: boolean;
}

/** The built-in filters; functions of design documents are not run. */
export async function readChangesFilter(exchange: DatabaseExchange): Promise<ChangesFilter> {
  const { query, method } = exchange;
  const name = query.get('filter');
  const body = method === 'POST' ? await readPostBody(exchange) : {};
  if (name === null || name === '') return ofIds(() => true);
  if (name === '_doc_ids') {
    const ids = body['doc_ids'] ?? readJsonParam(query, 'doc_ids');
    if (!isStringList(ids)) throw badRequest('`doc_ids` filter parameter is not a list of doc ids.');
    const { maxBatchDocuments } = exchange.app.limits;
    if (ids.length > maxBatchDocuments) throw tooManyDocuments('max_doc_ids_count', maxBatchDocuments);
    const wanted = new Set(ids);
    return ofIds((id) => wanted.has(id));
  }
  if (name === '_design') return ofIds((id) => id.startsWith('_design/'));
  if (name !== '_selector') throw notImplemented();
  const selector = body['selector'];
  if (!isJsonObject(selector)) throw badRequest('Selector must be a JSON object');
  const matches = compileSelector(selector, exchange.app.limits);
  const options = { hasConflicts: false, hasAttachments: false };
  return {
    matches: (row) => matches(parseStoredObject(renderWinner(exchange.app.sql, row, options))),
    needsBodies: true,
  };
}

function ofIds(matches: (id: string) => boolean): ChangesFilter {
  return { matches: ({ id }) => matches(id), needsBodies: false };
}

async function readPostBody(exchange: DatabaseExchange): Promise<JsonObject> {
  assertJsonContentType(exchange);
  const body = (await readJson(exchange)) ?? {};
  if (!isJsonObject(body)) throw badRequest('Request body must be a JSON object');
  return body;
}
