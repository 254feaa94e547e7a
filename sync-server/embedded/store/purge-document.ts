import type { DatabaseRow } from './databases.ts';
import { findDocument } from './documents.ts';
import { dropRevision } from './drop-revision.ts';
import { listLeaves, type RevisionTree } from './revision-tree.ts';
import type { Sql } from './sql.ts';
import { decodeTree, encodeTree } from './tree-codec.ts';

/**
 * Removes leaf revisions with their history as if they had never been, inside the caller's transaction. Other branches
 * stay. Returns the revisions that were leaves; the counters of `database` are changed in place.
 */
export function purgeRevisions(sql: Sql, database: DatabaseRow, id: string, revs: readonly string[]): string[] {
  const row = findDocument(sql, database.db, id);
  if (row === undefined) return [];
  const tree = decodeTree(row.tree);
  const purged = listLeaves(tree).filter((leaf) => revs.includes(leaf));
  if (purged.length === 0) return [];
  for (const rev of purged) database.bytes -= dropRevision(sql, row.doc, rev);
  keepBranches(
    tree,
    listLeaves(tree).filter((leaf) => !purged.includes(leaf)),
  );
  database.update_seq += 1;
  if (row.deleted === 0) database.doc_count -= 1;
  else database.doc_del_count -= 1;
  const winner = listLeaves(tree)[0];
  if (winner === undefined) {
    database.bytes -= row.tree.length;
    sql.run('DELETE FROM document WHERE doc = ?', row.doc);
    return purged;
  }
  const treeText = encodeTree(tree);
  database.bytes += treeText.length - row.tree.length;
  const deleted = tree.get(winner)?.isDeleted === true ? 1 : 0;
  if (deleted === 0) database.doc_count += 1;
  else database.doc_del_count += 1;
  sql.run(
    'UPDATE document SET seq = ?, winner = ?, deleted = ?, tree = ? WHERE doc = ?',
    database.update_seq,
    winner,
    deleted,
    treeText,
    row.doc,
  );
  return purged;
}

/** Forgets everything that is not on the way to one of `leaves`. */
function keepBranches(tree: RevisionTree, leaves: readonly string[]): void {
  const kept = new Set<string>();
  const open = [...leaves];
  for (let rev = open.pop(); rev !== undefined; rev = open.pop()) {
    if (kept.has(rev)) continue;
    kept.add(rev);
    open.push(...(tree.get(rev)?.parents ?? []));
  }
  for (const rev of [...tree.keys()]) if (!kept.has(rev)) tree.delete(rev);
}
