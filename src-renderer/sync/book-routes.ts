import { bookDatabase } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { CouchHttp } from './couch-http.ts';
import { createCouchHttp } from './couch-http.ts';
import type { Surroundings } from './surroundings.ts';

/** The books the support team writes to. */
export interface BookRoutes {
  /** The book a record belongs to. */
  readonly of: (record: AnyRecord) => CouchHttp;
  /** Cuts every request under way. */
  readonly abortAll: () => void;
}

/** Opens the way to each book when the first record goes there. */
export function openBookRoutes(account: string, around: Surroundings): BookRoutes {
  const routes = new Map<string, CouchHttp>();
  return {
    of: ({ activityId }) => {
      const database = bookDatabase(activityId);
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
