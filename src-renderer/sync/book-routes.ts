import type { AnyRecord } from '../../shared/records/envelope.ts';
import { homeOf } from '../data/database-of.ts';
import type { CouchHttp } from './couch-http.ts';
import { createCouchHttp } from './couch-http.ts';
import type { Surroundings } from './surroundings.ts';

/** The books and personal databases the support team writes to. */
export interface BookRoutes {
  /** Where a record belongs. */
  readonly of: (record: AnyRecord) => CouchHttp;
  /** Cuts every request under way. */
  readonly abortAll: () => void;
}

/** Opens the way to each of them when the first record goes there. */
export function openBookRoutes(account: string, around: Surroundings): BookRoutes {
  const routes = new Map<string, CouchHttp>();
  return {
    of: (record) => {
      const database = homeOf(record);
      const known = routes.get(database);
      if (known !== undefined) return known;
      const http = createCouchHttp(database, account, around);
      routes.set(database, http);
      return http;
    },
    abortAll: () => {
      for (const http of routes.values()) http.abortAll();
    },
  };
}
