import type { CouchRequest } from './couch-request.ts';
import { orMissing } from './couch-request.ts';
import { halveWhereTooLarge, splitBySize } from './request-size.ts';

/** A document as CouchDB keeps it. */
export interface StoredDocument {
  readonly _id: string;
  readonly _rev?: string;
  readonly [member: string]: unknown;
}

/** One row of `_bulk_docs`. */
export interface BulkRow {
  readonly id: string;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
}

/** One row of `_changes`. */
export interface ChangeRow {
  readonly id: string;
  readonly seq: string;
  readonly deleted?: boolean;
  readonly changes: readonly { readonly rev: string }[];
}

/** One leaf revision of a document. */
export interface Leaf {
  readonly id: string;
  readonly rev: string;
}

/** An answer of `_changes`. */
export interface Changes {
  readonly results: readonly ChangeRow[];
  readonly last_seq: string;
  readonly pending?: number;
}

/** One row of a view. */
export interface ViewRow {
  readonly key: unknown;
  readonly value: unknown;
}

/** What `GET /db` tells. */
export interface DatabaseInfo {
  readonly doc_count: number;
  readonly doc_del_count: number;
  readonly update_seq: string;
  readonly cluster?: { readonly q: number; readonly n: number };
  readonly sizes?: { readonly file: number; readonly active?: number };
}

/** The calls on one database that the sync server uses. */
export interface CouchDatabase {
  readonly name: string;
  readonly info: () => Promise<DatabaseInfo | undefined>;
  readonly get: (id: string) => Promise<StoredDocument | undefined>;
  /** Writes one document and returns its new revision; fails with status 409 on a conflict. */
  readonly put: (document: StoredDocument) => Promise<string>;
  readonly remove: (id: string, rev: string) => Promise<void>;
  readonly writeAll: (documents: readonly StoredDocument[], newEdits: boolean) => Promise<readonly BulkRow[]>;
  readonly getMany: (ids: readonly string[]) => Promise<readonly StoredDocument[]>;
  /** All documents whose id starts with `prefix`. */
  readonly list: (prefix: string) => Promise<readonly StoredDocument[]>;
  /** The same page by page: whoever keeps little of each may look at a large database. */
  readonly pages: (prefix: string) => AsyncIterable<readonly StoredDocument[]>;
  /** The last documents whose id starts with `prefix`, last first, before the id `prefix + before` when it is given. */
  readonly listBefore: (prefix: string, before: string | undefined, most: number) => Promise<readonly StoredDocument[]>;
  /** Whether an id lies from `from` on and before `to`. */
  readonly hasBetween: (from: string, to: string) => Promise<boolean>;
  readonly changes: (since: string, limit: number, signal?: AbortSignal) => Promise<Changes>;
  /** Bodies with `_revisions`, for the given leaves; attachments as stubs unless their content is asked for. */
  readonly getRevisions: (leaves: readonly Leaf[], withContent?: boolean) => Promise<readonly StoredDocument[]>;
  /** Ids of the `_local` documents. */
  readonly listLocal: () => Promise<readonly string[]>;
  /** Rows of a view, reduced and grouped as the query says. */
  readonly view: (design: string, view: string, query: CouchRequest['query']) => Promise<readonly ViewRow[]>;
  readonly findMissing: (
    revisions: Readonly<Record<string, readonly string[]>>,
  ) => Promise<ReadonlyMap<string, readonly string[]>>;
}

type Send = <T>(request: CouchRequest) => Promise<T>;

/** Documents of a listing's first page, and of its largest and smallest: pages grow while they come quickly. */
const FIRST_PAGE = 250;
const LARGEST_PAGE = 1000;
const SMALLEST_PAGE = 20;
/** A page of small documents takes less, one of large documents more. */
const QUICK_MS = 50;

/** The typed calls on one database. */
export function openDatabase(name: string, send: Send): CouchDatabase {
  const at = (path: string): { db: string; path: string } => ({ db: name, path });
  return {
    name,
    info: () => orMissing(send<DatabaseInfo>({ db: name })),
    get: (id) => orMissing(send<StoredDocument>(at(encodeId(id)))),
    put: async (document) =>
      (await send<{ rev: string }>({ ...at(encodeId(document._id)), method: 'PUT', body: document })).rev,
    remove: async (id, rev) => {
      await send({ ...at(encodeId(id)), method: 'DELETE', query: { rev } });
    },
    writeAll: async (documents, newEdits) => {
      const rows: BulkRow[] = [];
      for (const part of splitBySize(documents)) {
        const written = await halveWhereTooLarge(part, (docs) =>
          send<readonly BulkRow[]>({ ...at('_bulk_docs'), method: 'POST', body: { docs, new_edits: newEdits } }),
        );
        rows.push(...written);
      }
      return rows;
    },
    getMany: (ids) =>
      halveWhereTooLarge(ids, async (keys) => {
        const { rows } = await send<{ rows: readonly AllDocsRow[] }>({
          ...at('_all_docs'),
          method: 'POST',
          query: { include_docs: true },
          body: { keys },
        });
        return rows.flatMap(({ doc }) => (doc ? [doc] : []));
      }),
    list: async (prefix) => {
      const found: StoredDocument[] = [];
      for await (const page of listPages(send, name, prefix)) found.push(...page);
      return found;
    },
    pages: (prefix) => listPages(send, name, prefix),
    listBefore: async (prefix, before, most) => {
      const start = prefix + (before ?? '\ufff0');
      const query = { include_docs: true, descending: true, limit: most + 1, startkey: start, endkey: prefix };
      const { rows } = await send<{ rows: readonly AllDocsRow[] }>({ ...at('_all_docs'), query });
      return rows.flatMap(({ id, doc }) => (doc && id !== start ? [doc] : [])).slice(0, most);
    },
    hasBetween: async (from, to) => {
      const query = { startkey: from, endkey: to, inclusive_end: false, limit: 1 };
      const { rows } = await send<{ rows: readonly AllDocsRow[] }>({ ...at('_all_docs'), query });
      return rows.length > 0;
    },
    changes: (since, limit, signal) =>
      send<Changes>({
        ...at('_changes'),
        query: { style: 'all_docs', since, limit },
        ...(signal === undefined ? {} : { signal }),
      }),
    getRevisions: (leaves, withContent = false) =>
      halveWhereTooLarge(leaves, async (docs) => {
        const { results } = await send<{ results: readonly BulkGetResult[] }>({
          ...at('_bulk_get'),
          method: 'POST',
          query: withContent ? { revs: true, attachments: true } : { revs: true },
          body: { docs },
        });
        return results.flatMap((result) => result.docs.flatMap(({ ok }) => (ok ? [ok] : [])));
      }),
    listLocal: async () => {
      const { rows } = await send<{ rows: readonly AllDocsRow[] }>(at('_local_docs'));
      return rows.flatMap(({ id }) => (id === undefined ? [] : [id]));
    },
    view: async (design, view, query) => {
      const path = `_design/${design}/_view/${view}`;
      return (await send<{ rows: readonly ViewRow[] }>({ ...at(path), ...(query && { query }) })).rows;
    },
    findMissing: async (revisions) => {
      const answer = await send<Readonly<Record<string, { missing?: readonly string[] }>>>({
        ...at('_revs_diff'),
        method: 'POST',
        body: revisions,
      });
      return new Map(Object.entries(answer).map(([id, { missing }]) => [id, missing ?? []]));
    },
  };
}

interface AllDocsRow {
  readonly id?: string;
  readonly doc?: StoredDocument | null;
}

interface BulkGetResult {
  readonly docs: readonly { readonly ok?: StoredDocument }[];
}

async function* listPages(send: Send, db: string, prefix: string): AsyncGenerator<readonly StoredDocument[]> {
  let start = prefix;
  let page = FIRST_PAGE;
  for (;;) {
    const began = performance.now();
    const { rows } = await send<{ rows: readonly AllDocsRow[] }>({
      db,
      path: '_all_docs',
      query: { include_docs: true, limit: page, startkey: start, endkey: `${prefix}\ufff0` },
    });
    const isQuick = performance.now() - began < QUICK_MS;
    yield rows.flatMap(({ doc }) => (doc ? [doc] : []));
    const last = rows.at(-1)?.id;
    if (rows.length < page || last === undefined) return;
    // The next id after `last` in any collation that puts longer strings after their prefix.
    start = `${last}\u0000`;
    page = isQuick ? Math.min(page * 2, LARGEST_PAGE) : Math.max(Math.ceil(page / 2), SMALLEST_PAGE);
  }
}

/** `_local/…` and `_design/…` keep their slash; every other id is encoded whole. */
function encodeId(id: string): string {
  const special = /^(_local|_design)\/(.*)$/.exec(id);
  return special ? `${special[1] ?? ''}/${encodeURIComponent(special[2] ?? '')}` : encodeURIComponent(id);
}
