import type { AnyRecord } from '../records/envelope.ts';
import { EDITS_KEPT } from '../records/envelope.ts';
import { isForGood } from '../records/check-transition.ts';
import { isRecordType, RECORD_TYPES } from '../records/registry.ts';
import { isUnderstood } from '../records/understood.ts';
import { listDifferingKeys, mergeBodies } from './merge-bodies.ts';
import { takeSide } from './three-way.ts';

/** The three states a conflict is decided on. `base` is what this device believed the server had, when it knows. */
export interface Conflict {
  readonly mine: AnyRecord;
  readonly server: AnyRecord;
  readonly base: AnyRecord | undefined;
}

/** A version that lost and is kept whole, with the members that clash and why it lost. */
export interface LosingCopy {
  readonly record: AnyRecord;
  readonly fields: readonly string[];
  readonly reason: 'clash' | 'serverIsFinal' | 'mineIsFinal' | 'bothFinal';
}

/** What becomes of the record, and the copy to keep when somebody's typing would otherwise disappear. */
export interface Decision {
  readonly record: AnyRecord;
  readonly copy: LosingCopy | undefined;
}

/**
 * Decides a conflict between this device's record and the server's. Pure, never throws, the same on every device.
 * Ancestry (`edits`) first: an own write that came back, a descendant on either side, a revision that alone moved. Only
 * then the policy by type: a final record never changes; drafts are merged member by member against `base`; the server's
 * value stays where both changed the same member (or the same cell, in rows that have names), and the whole losing version is
 * kept.
 */
export function decideConflict({ mine, server, base: believed }: Conflict, newEditId: string): Decision {
  const mineNewest = mine.edits[0] ?? '';
  const serverNewest = server.edits[0] ?? '';
  if (server.edits.includes(mineNewest) || isRepeated(mine, server)) return { record: server, copy: undefined };
  if (mine.edits.includes(serverNewest)) return keepMine(mine, server);
  const base = isAncestor(believed, mine) ? believed : undefined;
  if (base?.edits[0] === serverNewest) return keepMine(mine, server);
  const isServerOpen = isEditable(server);
  const isMineOpen = isEditable(mine);
  if (!isServerOpen) {
    return { record: server, copy: copyOf(mine, server, isMineOpen ? 'serverIsFinal' : 'bothFinal') };
  }
  if (!isMineOpen) {
    return {
      ...keepMine(withAncestry(mine, server, newEditId), server),
      copy: copyOf(server, mine, 'mineIsFinal'),
    };
  }
  // Both say the same, made apart from each other: nothing to send.
  if (listDifferingFields(mine, server).length === 0) return { record: server, copy: undefined };
  // Two versions of Sillon wrote it, or a newer one: their members may not mean the same, so nothing is mixed.
  const isOneFormat = mine.schemaVersion === server.schemaVersion && isUnderstood(mine);
  if (!isOneFormat) return { record: server, copy: copyOf(mine, server, 'clash') };
  return mergeDrafts(mine, server, base, newEditId);
}

/** The copy of a losing version; none when both say the same, or when it is but the mark that a conflict was settled. */
function copyOf(lost: AnyRecord, winner: AnyRecord, reason: LosingCopy['reason']): LosingCopy | undefined {
  const fields = listDifferingFields(lost, winner);
  return fields.length === 0 || lost.type === 'conflictCopy' ? undefined : { record: lost, fields, reason };
}

/** Whether mine says once more what the server has for good: it was sent again after its answer was lost. */
function isRepeated(mine: AnyRecord, server: AnyRecord): boolean {
  return isForGood(server) && listDifferingFields(mine, server).length === 0;
}

/** What this device believed the server had is no base for a record that was not made on it. */
function isAncestor(base: AnyRecord | undefined, record: AnyRecord): boolean {
  // A full ancestry may have forgotten it.
  return base !== undefined && (record.edits.includes(base.edits[0] ?? '') || record.edits.length >= EDITS_KEPT);
}

function keepMine(mine: AnyRecord, server: AnyRecord): Decision {
  return { record: { ...mine, rev: server.rev }, copy: undefined };
}

function mergeDrafts(mine: AnyRecord, server: AnyRecord, base: AnyRecord | undefined, newEditId: string): Decision {
  // Void against edit: the edit wins, so that nothing somebody still works on disappears.
  const status = server.status === 'voided' ? mine.status : server.status;
  const { body, clashes: clashing } = mergeBodies(mine.type, mine.body, server.body, base?.body);
  const side = takeSide(mine.date, server.date, base && { value: base.date });
  const clashes = side === 'clash' ? [...clashing, 'date'] : clashing;
  const merged = {
    ...server,
    ...withAncestry(mine, server, newEditId),
    // Two devices may have made a record of a fixed name at once: it was made by who came first.
    createdAt: server.createdAt,
    createdBy: server.createdBy,
    status,
    date: side === 'mine' ? mine.date : server.date,
    body,
    rev: server.rev,
  };
  return {
    record: merged,
    copy: clashes.length === 0 ? undefined : { record: mine, fields: clashes, reason: 'clash' },
  };
}

/** The winner descends from both sides, so that neither device sees a new conflict when it comes back. */
function withAncestry(winner: AnyRecord, server: AnyRecord, newEditId: string): AnyRecord {
  const ancestors = [newEditId];
  for (let index = 0; index < EDITS_KEPT; index += 1) {
    for (const edit of [winner.edits[index], server.edits[index]]) {
      if (edit !== undefined && !ancestors.includes(edit)) ancestors.push(edit);
    }
  }
  return { ...winner, edits: ancestors.slice(0, EDITS_KEPT) };
}

function isEditable(record: AnyRecord): boolean {
  if (record.status === 'voided') return true;
  return isRecordType(record.type) && RECORD_TYPES[record.type].editable.includes(record.status);
}

/** Members of the body that differ between two versions of a record, in order, then `status` and `date` when they differ. */
export function listDifferingFields(mine: AnyRecord, server: AnyRecord): string[] {
  const fields = listDifferingKeys(mine.body, server.body);
  if (mine.status !== server.status) fields.push('status');
  if (mine.date !== server.date) fields.push('date');
  return fields;
}
