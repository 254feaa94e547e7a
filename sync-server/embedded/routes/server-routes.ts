import { randomUUID } from 'node:crypto';
import { okReply } from '../http/exchange.ts';
import { readCount } from '../http/query-params.ts';
import type { Route } from '../http/router.ts';
import { notImplemented } from '../couch-error.ts';
import { listDatabaseNames } from '../store/databases.ts';

const refuse = (): never => {
  throw notImplemented();
};

export const serverRoutes: Route[] = [
  {
    method: 'GET',
    path: '/',
    access: 'public',
    handle: ({ app }) =>
      okReply({
        couchdb: 'Welcome',
        version: '3.5.0',
        git_sha: 'embedded',
        uuid: app.serverUuid,
        features: ['quickjs'],
        vendor: { name: 'Sillon' },
      }),
  },
  { method: 'GET', path: '/_up', access: 'public', handle: () => okReply({ status: 'ok', seeds: {} }) },
  {
    method: 'GET',
    path: '/_all_dbs',
    access: 'serverAdmin',
    handle: ({ app }) => okReply(listDatabaseNames(app.sql)),
  },
  {
    method: 'GET',
    path: '/_uuids',
    access: 'user',
    handle: ({ query }) => {
      const count = Math.min(readCount(query, 'count') ?? 1, 1_000);
      return okReply({ uuids: Array.from({ length: count }, () => randomUUID().replaceAll('-', '')) });
    },
  },
  { method: '*', path: '/_replicate', access: 'user', handle: refuse },
  { method: '*', path: '/_active_tasks', access: 'user', handle: refuse },
  { method: '*', path: '/_dbs_info', access: 'user', handle: refuse },
  { method: '*', path: '/_membership', access: 'user', handle: refuse },
  { method: '*', path: '/_search_analyze', access: 'user', handle: refuse },
  { method: '*', path: '/_cluster_setup', access: 'user', handle: refuse },
  { method: '*', path: '/_node/*rest', access: 'user', handle: refuse },
  { method: '*', path: '/_scheduler/*rest', access: 'user', handle: refuse },
  { method: '*', path: '/_reshard', access: 'user', handle: refuse },
  { method: '*', path: '/_reshard/*rest', access: 'user', handle: refuse },
  { method: '*', path: '/_utils', access: 'user', handle: refuse },
  { method: '*', path: '/_utils/*rest', access: 'user', handle: refuse },
];
