import { assertSecurity } from '../auth/database-access.ts';
import { badRequest, notImplemented } from '../couch-error.ts';
import { okReply, type DatabaseExchange, type Exchange, type Reply } from '../http/exchange.ts';
import { readJson } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { createDatabase, deleteDatabase, getDatabase, saveRevsLimit, saveSecurity } from '../store/databases.ts';
import { purgeRoute } from './purge-route.ts';
import { formatSequence } from '../store/sequence.ts';

const refuse = (): never => {
  throw notImplemented();
};

export const databaseRoutes: Route[] = [
  { method: 'PUT', path: '/:db', access: 'serverAdmin', handle: create },
  { method: 'DELETE', path: '/:db', access: 'serverAdmin', handle: remove },
  { method: 'GET', path: '/:db', access: 'member', handle: showInfo },
  {
    method: 'GET',
    path: '/:db/_security',
    access: 'member',
    handle: ({ database }) => ({ status: 200, text: `${database.security}\n` }),
  },
  { method: 'PUT', path: '/:db/_security', access: 'databaseServerAdmin', handle: putSecurity },
  {
    method: 'GET',
    path: '/:db/_revs_limit',
    access: 'member',
    handle: ({ database }) => ({ status: 200, text: `${database.revs_limit}\n` }),
  },
  { method: 'PUT', path: '/:db/_revs_limit', access: 'databaseAdmin', handle: putRevsLimit },
  {
    method: 'POST',
    path: '/:db/_ensure_full_commit',
    access: 'member',
    handle: () => okReply({ ok: true, instance_start_time: '0' }, 201),
  },
  purgeRoute,
  { method: '*', path: '/:db/_purge', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_purged_infos', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_purged_infos_limit', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_compact', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_compact/*rest', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_view_cleanup', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_shards', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_shards/*rest', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_sync_shards', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_partition/*rest', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_search_cleanup', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_all_docs/queries', access: 'member', handle: refuse },
  { method: '*', path: '/:db/_explain', access: 'member', handle: refuse },
];

function create({ app, params }: Exchange): Reply {
  createDatabase(app.sql, params['db'] ?? '');
  app.notifier.notify();
  return okReply({ ok: true }, 201);
}

function remove({ app, params }: Exchange): Reply {
  const database = getDatabase(app.sql, params['db'] ?? '');
  deleteDatabase(app.sql, database);
  app.validation.forget(database.db);
  app.notifier.notify(database.db);
  return okReply({ ok: true });
}

function showInfo({ database }: DatabaseExchange): Reply {
  return okReply({
    db_name: database.name,
    purge_seq: '0',
    update_seq: formatSequence(database.update_seq, database.uuid),
    sizes: { file: database.bytes, external: database.bytes, active: database.bytes },
    props: {},
    doc_del_count: database.doc_del_count,
    doc_count: database.doc_count,
    disk_format_version: 8,
    compact_running: false,
    cluster: { q: 1, n: 1, w: 1, r: 1 },
    instance_start_time: '0',
  });
}

async function putSecurity(exchange: DatabaseExchange): Promise<Reply> {
  const security = assertSecurity(await readJson(exchange));
  saveSecurity(exchange.app.sql, exchange.database, JSON.stringify(security));
  // Open long-polls look again whether they may go on.
  exchange.app.notifier.notify(exchange.database.db);
  return okReply({ ok: true });
}

async function putRevsLimit(exchange: DatabaseExchange): Promise<Reply> {
  const limit = await readJson(exchange);
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 10_000) {
    throw badRequest('`limit` must be a positive integer');
  }
  saveRevsLimit(exchange.app.sql, exchange.database, limit);
  return okReply({ ok: true });
}
