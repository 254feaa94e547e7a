import { conflict, CouchError } from '../couch-error.ts';
import { resolveAttachments, type ResolvedAttachment, type StoredAttachment } from './attachments.ts';
import { findDocument, findRevision, type DocumentRow, type StoredRevision } from './documents.ts';
import type { IncomingDocument } from './incoming-document.ts';
import { nextRevision } from './revision-id.ts';
import { createTree, generationOf, listAncestry, listLeaves, type RevisionTree } from './revision-tree.ts';
import type { Sql } from './sql.ts';
import { decodeTree } from './tree-codec.ts';

/** What a write will do, decided against the state on disk; validation functions run on this. */
export interface PlannedWrite {
  incoming: IncomingDocument;
  row: DocumentRow | undefined;
  tree: RevisionTree;
  rev: string;
  /** The history to merge, newest (= `rev`) first. */
  history: string[];
  /** The stored revision this one replaces, with its ancestry; validation functions see it as `oldDoc`. */
  previous: { revision: StoredRevision; ancestry: string[] } | undefined;
  attachments: ResolvedAttachment[];
  /** A replicated revision that is known already: acknowledged and not validated again. */
  isKnown: boolean;
}

/** A write by a client that edits: a revision that is not a leaf is a conflict. Throws {@link CouchError}. */
export function planEdit(sql: Sql, db: number, incoming: IncomingDocument): PlannedWrite {
  const row = findDocument(sql, db, incoming.id);
  const tree = readTree(row);
  const parent = chooseParent(row, tree, incoming.history[0]);
  const ancestry = parent === undefined ? [] : listAncestry(tree, parent);
  const stored = row === undefined || parent === undefined ? undefined : storedRevision(sql, row, tree, parent);
  const generation = parent === undefined ? 1 : generationOf(parent) + 1;
  const attachments = resolveAttachments(incoming.attachments, stored?.attachments ?? [], generation);
  const rev = nextRevision(parent, incoming.body, incoming.isDeleted, attachments);
  // As in CouchDB, a document that comes back after its deletion is validated as a new one.
  const isRevival = incoming.history.length === 0;
  return {
    incoming,
    row,
    tree,
    rev,
    history: [rev, ...ancestry],
    previous: stored === undefined || isRevival ? undefined : { revision: stored, ancestry },
    attachments,
    isKnown: false,
  };
}

/** A write that carries its own history (`new_edits: false`): it never conflicts, it may add a branch. */
export function planReplicated(sql: Sql, db: number, incoming: IncomingDocument): PlannedWrite {
  const rev = incoming.history[0];
  if (rev === undefined) throw new CouchError(400, 'bad_request', 'A replicated document needs its revision');
  const row = findDocument(sql, db, incoming.id);
  const tree = readTree(row);
  const isKnown = tree.has(rev);
  const previous = row === undefined || isKnown ? undefined : nearestStored(sql, row, tree, incoming.history.slice(1));
  const attachments = isKnown
    ? []
    : resolveAttachments(incoming.attachments, knownAttachments(sql, row, tree, previous), generationOf(rev));
  return { incoming, row, tree, rev, history: incoming.history, previous, attachments, isKnown };
}

function readTree(row: DocumentRow | undefined): RevisionTree {
  return row === undefined ? createTree() : decodeTree(row.tree);
}

function chooseParent(row: DocumentRow | undefined, tree: RevisionTree, given: string | undefined): string | undefined {
  if (given !== undefined) {
    if (!listLeaves(tree).includes(given)) throw conflict();
    return given;
  }
  if (row?.deleted === 0) throw conflict();
  return row?.winner;
}

function storedRevision(sql: Sql, row: DocumentRow, tree: RevisionTree, rev: string): StoredRevision | undefined {
  return findRevision(sql, row, rev, tree.get(rev)?.isDeleted === true);
}

function nearestStored(
  sql: Sql,
  row: DocumentRow,
  tree: RevisionTree,
  ancestors: readonly string[],
): PlannedWrite['previous'] {
  const known = ancestors.find((rev) => tree.has(rev));
  if (known === undefined) return undefined;
  const ancestry = listAncestry(tree, known);
  for (const [index, rev] of ancestry.entries()) {
    const revision = storedRevision(sql, row, tree, rev);
    if (revision !== undefined) return { revision, ancestry: ancestry.slice(index) };
  }
  return undefined;
}

/** A replicated stub may name content of the ancestor or of any branch that is still kept. */
function knownAttachments(
  sql: Sql,
  row: DocumentRow | undefined,
  tree: RevisionTree,
  previous: PlannedWrite['previous'],
): StoredAttachment[] {
  const known = [...(previous?.revision.attachments ?? [])];
  if (row === undefined) return known;
  for (const leaf of listLeaves(tree)) known.push(...(storedRevision(sql, row, tree, leaf)?.attachments ?? []));
  return known;
}
