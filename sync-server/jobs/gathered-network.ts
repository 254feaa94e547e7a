import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import type { BulkRow, CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { gatherCalls } from './gather-calls.ts';

const MOST_DOCUMENTS = 500;
const MOST_CHECKPOINTS = 200;
const CHECKPOINTS = '_local/';

type Revisions = Readonly<Record<string, readonly string[]>>;

/**
 * The same server, with the calls on `network` of all books that are copied at the same time gathered into few: what is
 * missing there, the copies, the checkpoints. Each book still sees its own answer, and writes its checkpoint after its copy.
 */
export function gatherNetwork(couch: Couch): Couch {
  const network = gatherDatabase(couch.database(NETWORK_DATABASE));
  return { ...couch, database: (name) => (name === NETWORK_DATABASE ? network : couch.database(name)) };
}

function gatherDatabase(network: CouchDatabase): CouchDatabase {
  /** Checkpoints as they were read or written here: only the rules of this worker move them. */
  const checkpoints = new Map<string, StoredDocument>();
  const findMissing = gatherCalls<Revisions, ReadonlyMap<string, readonly string[]>>({
    sizeOf: (revisions) => Object.keys(revisions).length,
    mostSize: MOST_DOCUMENTS,
    send: async (asked) => {
      const missing = await network.findMissing(unite(asked));
      return asked.map((revisions) => pickMissing(revisions, missing));
    },
  });
  const writeRevisions = gatherCalls<readonly StoredDocument[], readonly BulkRow[]>({
    sizeOf: (documents) => documents.length,
    mostSize: MOST_DOCUMENTS,
    send: async (asked) => {
      const rows = await network.writeAll(asked.flat(), false);
      return asked.map((documents) => {
        const ids = new Set(documents.map(({ _id }) => _id));
        return rows.filter(({ id }) => ids.has(id));
      });
    },
  });
  const getMany = gatherCalls<readonly string[], readonly StoredDocument[]>({
    sizeOf: (ids) => ids.length,
    mostSize: MOST_DOCUMENTS,
    send: async (asked) => {
      const found = new Map((await network.getMany([...new Set(asked.flat())])).map((one) => [one._id, one]));
      return asked.map((ids) => ids.flatMap((id) => found.get(id) ?? []));
    },
  });
  const writeCheckpoint = gatherCalls<StoredDocument, string>({
    sizeOf: () => 1,
    mostSize: MOST_CHECKPOINTS,
    send: async (asked) => {
      const revs = new Map((await network.writeAll(asked, true)).map((row) => [row.id, requireWritten(row)]));
      return asked.map(({ _id }) => revs.get(_id) ?? '0-1');
    },
  });
  return {
    ...network,
    findMissing,
    getMany,
    writeAll: (documents, newEdits) => (newEdits ? network.writeAll(documents, newEdits) : writeRevisions(documents)),
    get: async (id) => {
      const known = checkpoints.get(id) ?? (await network.get(id));
      if (known !== undefined && id.startsWith(CHECKPOINTS)) checkpoints.set(id, known);
      return known;
    },
    put: async (document) => {
      const { _id: id } = document;
      if (!id.startsWith(CHECKPOINTS)) return network.put(document);
      checkpoints.delete(id);
      const rev = await writeCheckpoint(document);
      checkpoints.set(id, { ...document, _rev: rev });
      return rev;
    },
  };
}

/** The same id in two books is asked for once, with the revisions of both. */
function unite(asked: readonly Revisions[]): Revisions {
  const all: Record<string, string[]> = {};
  for (const revisions of asked) {
    for (const [id, revs] of Object.entries(revisions)) all[id] = [...new Set([...(all[id] ?? []), ...revs])];
  }
  return all;
}

function pickMissing(
  revisions: Revisions,
  missing: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const own = Object.entries(revisions).map(
    ([id, revs]) => [id, revs.filter((rev) => missing.get(id)?.includes(rev) === true)] as const,
  );
  return new Map(own.filter(([, revs]) => revs.length > 0));
}

/** Fails like a `PUT` of the same document. */
function requireWritten({ id, rev, error, reason }: BulkRow): string {
  if (error === undefined) return rev ?? '0-1';
  const failure = new Error(`checkpoint ${id}: ${reason ?? error}`);
  throw error === 'conflict' ? Object.assign(failure, { statusCode: 409 }) : failure;
}
