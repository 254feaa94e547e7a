import { checkTransition } from '../../shared/records/check-transition.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import type { WriteContext } from '../../shared/records/write-record.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import type { RecordWrite } from './storage-access.ts';

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

/** The writes that put others back where the records are `stored` as those left them; `undefined` when one was changed since. */
export function planUndo(
  context: WriteContext,
  writes: readonly RecordWrite[],
  stored: ReadonlyMap<string, AnyRecord>,
): readonly RecordWrite[] | undefined {
  const inverse: RecordWrite[] = [];
  for (const write of writes) {
    const before = stored.get(write.after.id);
    const change = invertWrite(write);
    if (before === undefined || change === undefined || before.edits[0] !== write.after.edits[0]) return undefined;
    inverse.push({ before, after: reviseRecord(context, before, change) });
  }
  return inverse;
}

/**
 * Earlier writes once later ones were `undone` by `inverse`: where they left a record as the later write found it, the record
 * now stands as the inverse wrote it, and can be taken back from there.
 */
export function afterUndo(
  writes: readonly RecordWrite[],
  undone: readonly RecordWrite[],
  inverse: readonly RecordWrite[],
): readonly RecordWrite[] {
  return writes.map((write) => {
    const later = undone.find(
      ({ before }) => before?.id === write.after.id && before.edits[0] === write.after.edits[0],
    );
    const now = later && inverse.find(({ after }) => after.id === later.after.id);
    return now === undefined ? write : { ...write, after: now.after };
  });
}
