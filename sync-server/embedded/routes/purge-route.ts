import { badRequest } from '../couch-error.ts';
import { okReply, type DatabaseExchange, type Reply } from '../http/exchange.ts';
import { assertJsonContentType, readJsonObject } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { isStringList } from '../json.ts';

/** As in CouchDB, for the server administrator alone: what is purged leaves no trace and is not replicated. */
export const purgeRoute: Route = {
  method: 'POST',
  path: '/:db/_purge',
  access: 'databaseServerAdmin',
  handle: purge,
};

async function purge(exchange: DatabaseExchange): Promise<Reply> {
  assertJsonContentType(exchange);
  const wanted = Object.entries(await readJsonObject(exchange)).map(([id, revs]): [string, string[]] => {
    if (!isStringList(revs)) throw badRequest('Revisions must be a list of strings');
    return [id, revs];
  });
  const purged = await exchange.app.writer.purge(exchange.database.db, wanted);
  exchange.app.views.forget(exchange.database.db);
  return okReply({ purge_seq: null, purged: Object.fromEntries(purged) }, 201);
}
