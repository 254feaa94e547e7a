import type { RxConflictHandler } from 'rxdb';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { WriteContext } from '../../shared/records/write-record.ts';
import { buildConflictCopy } from '../data/conflict-copy.ts';
import type { LosingCopy } from '../../shared/sync/decide-conflict.ts';
import { decideConflict } from '../../shared/sync/decide-conflict.ts';
import type { ReplicatedRecord } from './wire-record.ts';

/** Keeps a losing version for good; it must be on disk before the promise resolves. */
export type KeepCopy = (copy: RecordOf<'conflictCopy'>) => Promise<void>;

/**
 * RxDB's conflict handler over the pure decision. It never throws: a handler that throws leaves that edit unpushed for ever.
 * The losing copy is written before the decision is applied, under an id made from its content, so a crash only repeats it.
 */
export function createConflictHandler(context: WriteContext, keepCopy: KeepCopy): RxConflictHandler<AnyRecord> {
  return {
    isEqual(a, b) {
      return a.rev === b.rev && a.edits[0] === b.edits[0] && a._deleted === b._deleted;
    },
    async resolve({ newDocumentState, realMasterState, assumedMasterState }) {
      const server = realMasterState;
      try {
        const { record, copy } = decideConflict(
          { mine: newDocumentState, server, base: assumedMasterState },
          context.newId(),
        );
        if (copy !== undefined) await keepCopy(toCopyRecord(context, copy));
        return { ...record, _deleted: false };
      } catch {
        await keepCopy(toCopyRecord(context, { record: newDocumentState, fields: [], reason: 'clash' })).catch(
          () => undefined,
        );
        return server;
      }
    },
  };
}

function toCopyRecord(context: WriteContext, { record, fields, reason }: LosingCopy): RecordOf<'conflictCopy'> {
  const { _deleted, ...kept } = record as ReplicatedRecord; // what RxDB passes carries the mark
  return buildConflictCopy(context, kept, fields, reason);
}
