import type { RxConflictHandler } from 'rxdb';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { EDITS_KEPT } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { WriteContext } from '../../shared/records/write-record.ts';
import { buildConflictCopy } from '../data/conflicts/conflict-copy.ts';
import type { Decision, LosingCopy } from '../../shared/sync/decide-conflict.ts';
import { decideConflict } from '../../shared/sync/decide-conflict.ts';
import type { Timers } from './surroundings.ts';
import type { ReplicatedRecord } from './wire-record.ts';

/** Keeps a losing version for good; it must be on disk before the promise resolves. */
export type KeepCopy = (copy: RecordOf<'conflictCopy'>) => Promise<void>;

/** RxDB's name for the comparison of the server's state with the one here, before it is written over it. */
const BEFORE_OVERWRITING = 'downstream-check-if-equal-1';

/** A full disk is asked again after this long. */
const RETRY_MS = 5_000;

/**
 * RxDB's conflict handler over the pure decision. It never throws: a handler that throws leaves that edit unpushed for ever.
 * The losing copy is written before the decision is applied, under an id made from its content, so a crash only repeats it;
 * while the disk refuses the copy, nothing is decided and both versions stay where they are.
 */
export function createConflictHandler(
  context: WriteContext,
  keepCopy: KeepCopy,
  timers: Timers,
  retryMs = RETRY_MS,
): RxConflictHandler<AnyRecord> {
  return {
    isEqual(a, b, step) {
      // A pull may bring a version older than one that was pushed meanwhile: what is here stays, its echo follows.
      if (step === BEFORE_OVERWRITING && b.isPending === true && b.edits.indexOf(a.edits[0] ?? '') > 0) return true;
      return a.rev === b.rev && a.edits[0] === b.edits[0] && a._deleted === b._deleted;
    },
    async resolve({ newDocumentState: mine, realMasterState: server, assumedMasterState: base }) {
      const { record, copy } = decide(mine, server, base, context.newId());
      if (copy !== undefined) {
        const winner = copy.reason === 'mineIsFinal' ? mine : server;
        await keepUntilDone(() => keepCopy(toCopyRecord(context, copy, winner)), timers, retryMs);
      }
      return { ...record, _deleted: false };
    },
  };
}

/** A record that cannot even be compared goes to the copy whole; the server's stays. */
function decide(mine: AnyRecord, server: AnyRecord, base: AnyRecord | undefined, newEditId: string): Decision {
  // The server had it once, and tells no more of its ancestry than it keeps: what nobody here wrote only came late.
  if (mine.isPending !== true && server.edits.length >= EDITS_KEPT) return { record: server, copy: undefined };
  try {
    return decideConflict({ mine, server, base }, newEditId);
  } catch {
    return { record: server, copy: { record: mine, fields: [], reason: 'clash' } };
  }
}

async function keepUntilDone(keep: () => Promise<void>, timers: Timers, retryMs: number): Promise<void> {
  for (;;) {
    try {
      await keep();
      return;
    } catch {
      await new Promise<void>((resolve) => timers.after(retryMs, resolve));
    }
  }
}

function toCopyRecord(
  context: WriteContext,
  { record, fields, reason }: LosingCopy,
  winner: AnyRecord,
): RecordOf<'conflictCopy'> {
  const { _deleted, ...kept } = record as ReplicatedRecord; // what RxDB passes carries the mark
  return buildConflictCopy(context, kept, fields, reason, winner);
}
