import { checkTransition } from '../../shared/records/check-transition.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import type { undo } from '../i18n/fr/undo.ts';
import type { RecordWrite } from './storage-access.ts';

/** What a write is called: the key of its text. One without a text does not compile. */
export type UndoLabel = keyof typeof undo;

/** What was done, in words the screen translates, and the records it touched. */
export interface UndoEntry {
  readonly label: UndoLabel;
  readonly writes: readonly RecordWrite[];
}

/** What would put a write back, or `undefined` when the record's life cycle no longer allows it (an issued invoice, a payment). */
export function invertWrite(write: RecordWrite): Partial<Pick<AnyRecord, 'date' | 'status' | 'body'>> | undefined {
  const change = proposeInverse(write);
  if (change === undefined) return undefined;
  return checkTransition(write.after, { ...write.after, ...change }).ok ? change : undefined;
}

function proposeInverse({ before, after }: RecordWrite): ReturnType<typeof invertWrite> {
  if (before !== undefined) return { date: before.date, status: before.status, body: before.body };
  const status = isRecordType(after.type) ? RECORD_TYPES[after.type].takenBack : 'none';
  return status === 'none' ? undefined : { status };
}

/**
 * An earlier entry once a later write was taken back by `inverse`: where it left a record as the later write found it, the
 * record now stands as the inverse wrote it, and can be taken back from there.
 */
export function afterUndo(
  entry: UndoEntry,
  undone: readonly RecordWrite[],
  inverse: readonly RecordWrite[],
): UndoEntry {
  const writes = entry.writes.map((write) => {
    const later = undone.find(
      ({ before }) => before?.id === write.after.id && before.edits[0] === write.after.edits[0],
    );
    const now = later && inverse.find(({ after }) => after.id === later.after.id);
    return now === undefined ? write : { ...write, after: now.after };
  });
  return { ...entry, writes };
}
