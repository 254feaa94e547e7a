import { COMMONS_DATABASE, OFFICE_DATABASE, personDatabase } from '../../shared/access/database-names.ts';
import type { Person } from '../accounts/account-store.ts';
import type { Couch } from '../couch/connect.ts';
import type { AllowedPath } from './allowed-paths.ts';

/** How long a mark is believed; what was written through this server is known at once. */
const BELIEVED_MS = 1_000;
const HELD = 5_000;

/** Tells devices, beside what they ask anyway, that the database they do not ask for has something new. */
export interface News {
  /** The mark to send with the answer to a request; `undefined` where there is nothing to tell. */
  readonly markFor: (person: Person, asked: AllowedPath) => Promise<string | undefined>;
  /** Something was written to a database. */
  readonly forget: (database: string) => void;
}

export function openNews(couch: Couch, now: () => number = () => performance.now()): News {
  const held = new Map<string, { readonly mark: string | undefined; readonly until: number }>();
  const read = async (database: string): Promise<string | undefined> => {
    const known = held.get(database);
    if (known !== undefined && known.until > now()) return known.mark;
    const info = await couch.database(database).info();
    // The rules are one document. What a position looks like beyond its number changes from node to node.
    const isEmpty = info === undefined || info.doc_count <= 1;
    const mark = isEmpty ? undefined : `${info.update_seq.split('-')[0] ?? ''}.${String(info.doc_count)}`;
    if (held.size > HELD) held.clear();
    held.set(database, { mark, until: now() + BELIEVED_MS });
    return mark;
  };
  return {
    markFor: async ({ account, role }, { database, resource }) => {
      if (database !== COMMONS_DATABASE || resource !== '_changes') return undefined;
      // Without news the answer is as good as ever.
      return read(role === 'supportTeam' ? OFFICE_DATABASE : personDatabase(account)).catch(() => undefined);
    },
    forget: (database) => {
      held.delete(database);
    },
  };
}
