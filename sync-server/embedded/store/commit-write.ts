import { encodeAttachments, saveAttachments } from './attachments.ts';
import type { DatabaseRow } from './databases.ts';
import { findDocument, type DocumentRow } from './documents.ts';
import { dropRevision } from './drop-revision.ts';
import type { PlannedWrite } from './plan-write.ts';
import { createTree, listLeaves, mergeHistory, stemTree } from './revision-tree.ts';
import type { Sql } from './sql.ts';
import { decodeTree, encodeTree } from './tree-codec.ts';

/** Counters of a database while a batch is written; saved once at the end of its transaction. */
export interface DatabaseCounters {
  updateSeq: number;
  docCount: number;
  deletedCount: number;
  bytes: number;
}

/** Writes one planned revision inside the caller's transaction. */
export function commitWrite(sql: Sql, database: DatabaseRow, counters: DatabaseCounters, plan: PlannedWrite): void {
  // Another row of the same batch may have changed this document since it was planned.
  const row = findDocument(sql, database.db, plan.incoming.id);
  const tree = row === undefined ? createTree() : decodeTree(row.tree);
  const isKnown = tree.has(plan.rev);
  const leavesBefore = listLeaves(tree);
  mergeHistory(tree, plan.history, plan.incoming.isDeleted);
  stemTree(tree, database.revs_limit);
  // A known revision may still bring ancestors nobody had told of.
  if (isKnown && row?.tree === encodeTree(tree)) return;
  const leaves = listLeaves(tree);
  const winner = leaves[0];
  if (winner === undefined) throw new Error('a revision tree without a leaf');
  counters.updateSeq += 1;
  const isDeleted = tree.get(winner)?.isDeleted === true;
  const treeText = encodeTree(tree);
  const doc = saveDocument(sql, database.db, row, plan.incoming.id, counters.updateSeq, winner, isDeleted, treeText);
  counters.bytes += treeText.length - (row?.tree.length ?? 0);
  countDocument(counters, row, isDeleted);
  if (!isKnown) counters.bytes += saveRevision(sql, doc, plan);
  for (const rev of leavesBefore) if (!leaves.includes(rev)) counters.bytes -= dropRevision(sql, doc, rev);
}

function saveDocument(
  sql: Sql,
  db: number,
  row: DocumentRow | undefined,
  id: string,
  seq: number,
  winner: string,
  isDeleted: boolean,
  treeText: string,
): number {
  const deleted = isDeleted ? 1 : 0;
  if (row !== undefined) {
    sql.run(
      'UPDATE document SET seq = ?, winner = ?, deleted = ?, tree = ? WHERE doc = ?',
      seq,
      winner,
      deleted,
      treeText,
      row.doc,
    );
    return row.doc;
  }
  const text = 'INSERT INTO document (db, id, seq, winner, deleted, tree) VALUES (?, ?, ?, ?, ?, ?)';
  return sql.run(text, db, id, seq, winner, deleted, treeText).lastId;
}

/** Returns the bytes it takes. */
function saveRevision(sql: Sql, doc: number, plan: PlannedWrite): number {
  sql.run(
    'INSERT INTO revision (doc, rev, body, attachments) VALUES (?, ?, ?, ?)',
    doc,
    plan.rev,
    plan.incoming.bodyText,
    encodeAttachments(plan.attachments),
  );
  saveAttachments(sql, doc, plan.rev, plan.attachments);
  return plan.attachments.reduce((sum, { length }) => sum + length, Buffer.byteLength(plan.incoming.bodyText));
}

function countDocument(counters: DatabaseCounters, row: DocumentRow | undefined, isDeleted: boolean): void {
  if (row !== undefined) {
    if (row.deleted === 0) counters.docCount -= 1;
    else counters.deletedCount -= 1;
  }
  if (isDeleted) counters.deletedCount += 1;
  else counters.docCount += 1;
}
