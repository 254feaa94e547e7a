/** One known revision. More than one parent only appears when peers tell different histories of one revision. */
export interface RevisionNode {
  parents: string[];
  isDeleted: boolean;
}

/**
 * The known revisions of a document by `generation-hash`. Merging is a union of nodes and edges, so the
 * order in which replicas deliver histories cannot change the outcome.
 */
export type RevisionTree = Map<string, RevisionNode>;

export function createTree(): RevisionTree {
  return new Map<string, RevisionNode>();
}

export function generationOf(rev: string): number {
  return Number.parseInt(rev, 10);
}

export function hashOf(rev: string): string {
  return rev.slice(rev.indexOf('-') + 1);
}

/** CouchDB's order: generation first, then the hash as bytes. */
export function compareRevisions(a: string, b: string): number {
  const byGeneration = generationOf(a) - generationOf(b);
  if (byGeneration !== 0) return byGeneration;
  const hashA = hashOf(a);
  const hashB = hashOf(b);
  return hashA < hashB ? -1 : hashA > hashB ? 1 : 0;
}

/** Adds a history, newest revision first. */
export function mergeHistory(tree: RevisionTree, revs: readonly string[], isDeleted: boolean): void {
  revs.forEach((rev, index) => {
    const parent = revs[index + 1];
    const node = tree.get(rev);
    if (node === undefined) {
      tree.set(rev, { parents: parent === undefined ? [] : [parent], isDeleted: index === 0 && isDeleted });
    } else {
      if (parent !== undefined && !node.parents.includes(parent)) node.parents.push(parent);
      if (index === 0 && isDeleted) node.isDeleted = true;
    }
  });
}

/** Leaves, winner first: living before deleted, then the greatest revision. */
export function listLeaves(tree: RevisionTree): string[] {
  const inner = new Set<string>();
  for (const node of tree.values()) for (const parent of node.parents) inner.add(parent);
  const leaves = [...tree.keys()].filter((rev) => !inner.has(rev));
  return leaves.sort((a, b) => {
    const deletedA = tree.get(a)?.isDeleted === true;
    const deletedB = tree.get(b)?.isDeleted === true;
    if (deletedA !== deletedB) return deletedA ? 1 : -1;
    return compareRevisions(b, a);
  });
}

/** A revision and its ancestors, newest first. */
export function listAncestry(tree: RevisionTree, rev: string): string[] {
  const path: string[] = [];
  let current: string | undefined = tree.has(rev) ? rev : undefined;
  while (current !== undefined) {
    path.push(current);
    const parents: string[] = tree.get(current)?.parents ?? [];
    current = parents
      .filter((parent) => tree.has(parent))
      .sort(compareRevisions)
      .at(-1);
  }
  return path;
}

/** Leaves that descend from `rev`, or `rev` itself when it is one. */
export function listLeavesAbove(tree: RevisionTree, rev: string): string[] {
  return listLeaves(tree).filter((leaf) => leaf === rev || isAncestor(tree, leaf, rev));
}

function isAncestor(tree: RevisionTree, leaf: string, rev: string): boolean {
  const seen = new Set<string>();
  const open = [leaf];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (current === rev) return true;
    if (seen.has(current)) continue;
    seen.add(current);
    open.push(...(tree.get(current)?.parents ?? []));
  }
  return false;
}

/** Forgets ancestors further than `limit` revisions below every leaf. */
export function stemTree(tree: RevisionTree, limit: number): void {
  if (tree.size <= limit) return;
  const kept = new Set<string>();
  let level = listLeaves(tree);
  for (let depth = 0; depth < limit && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const rev of level) {
      if (kept.has(rev)) continue;
      kept.add(rev);
      next.push(...(tree.get(rev)?.parents ?? []).filter((parent) => tree.has(parent)));
    }
    level = next;
  }
  for (const rev of [...tree.keys()]) if (!kept.has(rev)) tree.delete(rev);
  for (const node of tree.values()) node.parents = node.parents.filter((parent) => tree.has(parent));
}
