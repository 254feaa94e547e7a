import type { ChangeRow, CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import type { Fault } from './arrival.ts';

/** CouchDB forgets older ancestors of a branch: what is as long may have met before. */
const KEPT_ANCESTORS = 1000;

/** Records of which two revisions have no common ancestor: their winning documents, and the fault of each. */
export interface Forks {
  readonly winners: readonly StoredDocument[];
  readonly faults: ReadonlyMap<string, Fault>;
}

const NONE: Forks = { winners: [], faults: new Map() };

/** Looks at the ancestors of every record with several leaves; asks nothing when there is none of them. */
export async function findForks(book: CouchDatabase, rows: readonly ChangeRow[]): Promise<Forks> {
  const forked = rows.filter(({ changes }) => changes.length > 1);
  if (forked.length === 0) return NONE;
  const leaves = await book.getRevisions(forked.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev }))));
  const winners: StoredDocument[] = [];
  const faults = new Map<string, Fault>();
  for (const { id, changes } of forked) {
    const own = leaves.filter(({ _id, _deleted }) => _id === id && _deleted !== true);
    const roots = countRoots(own.map(listAncestors));
    if (roots < 2) continue;
    faults.set(id, { path: 'roots', expected: '1', found: String(roots) });
    winners.push(...own.filter(({ _rev }) => _rev === changes[0]?.rev));
  }
  return { winners, faults };
}

/** A leaf and what is known of its ancestors, newest first. */
function listAncestors({ _revisions }: StoredDocument): readonly string[] {
  const { start, ids } = _revisions as { readonly start: number; readonly ids: readonly string[] };
  return ids.map((id, index) => `${String(start - index)}-${id}`);
}

/** How many of some branches never meet. */
export function countRoots(branches: readonly (readonly string[])[]): number {
  const trees: Set<string>[] = [];
  for (const branch of branches) {
    if (branch.length >= KEPT_ANCESTORS) continue;
    const met = trees.filter((tree) => branch.some((rev) => tree.has(rev)));
    const joined = new Set([...branch, ...met.flatMap((tree) => [...tree])]);
    for (const tree of met) trees.splice(trees.indexOf(tree), 1);
    trees.push(joined);
  }
  return trees.length;
}
