import { notImplemented } from '../couch-error.ts';
import type { DatabaseExchange, Reply } from '../http/exchange.ts';
import { okReply } from '../http/exchange.ts';
import { assertJsonContentType, readJsonObject } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { reduceRows, readViewQuery, selectRows } from '../views/view-query.ts';

/** The id of a design document is one part of the path, its slash included. */
const PATH = '/:db/:design/_view/:view';

/** Options that nobody here asks for; ignoring them would give a wrong answer. */
const LEFT_OUT = ['keys', 'include_docs', 'startkey_docid', 'endkey_docid', 'conflicts', 'attachments'];

export const viewRoutes: Route[] = [
  { method: 'GET', path: PATH, access: 'member', handle: askView },
  { method: 'POST', path: PATH, access: 'member', handle: postView },
];

/** The body of a POST holds the same options as the address of a GET. */
async function postView(exchange: DatabaseExchange): Promise<Reply> {
  assertJsonContentType(exchange);
  for (const [name, value] of Object.entries(await readJsonObject(exchange))) {
    const isText = typeof value === 'string' && !name.includes('key');
    exchange.query.set(name, isText ? value : JSON.stringify(value));
  }
  return askView(exchange);
}

async function askView({ app, database, params, query }: DatabaseExchange): Promise<Reply> {
  if (LEFT_OUT.some((name) => query.has(name))) throw notImplemented();
  const view = await app.views.open(database, params['design'] ?? '', params['view'] ?? '');
  const asked = readViewQuery(query, view.reduction);
  const all = await view.index.rows(app.sql, database);
  const selected = selectRows(all, asked);
  if (asked.isReduced && view.reduction !== undefined) {
    const rows = reduceRows(selected, view.reduction, asked);
    return okReply({ rows: rows.slice(asked.skip, asked.skip + asked.limit) });
  }
  const rows = selected.slice(asked.skip, asked.skip + asked.limit);
  const first = rows[0];
  const ordered = asked.isDescending ? all.toReversed() : all;
  return okReply({ total_rows: all.length, offset: first === undefined ? 0 : ordered.indexOf(first), rows });
}
