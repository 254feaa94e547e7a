import type { RevisionTree } from './revision-tree.ts';

/** Stored form: `[rev, deleted 0|1, parents…]` per revision. */
type StoredNode = [string, 0 | 1, ...string[]];

export function encodeTree(tree: RevisionTree): string {
  const nodes: StoredNode[] = [];
  for (const [rev, node] of tree) nodes.push([rev, node.isDeleted ? 1 : 0, ...node.parents]);
  return JSON.stringify(nodes);
}

export function decodeTree(text: string): RevisionTree {
  // Written by encodeTree only.
  const nodes = JSON.parse(text) as StoredNode[];
  return new Map(nodes.map(([rev, deleted, ...parents]) => [rev, { parents, isDeleted: deleted === 1 }]));
}
