import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { CouchHttp } from './couch-http.ts';
import type { DatabasePull } from './database-pull.ts';
import { findMovedOn } from './find-moved-on.ts';
import type { PatientLine } from './patient-line.ts';
import type { PushMemory } from './push-memory.ts';
import type { PushOutcome } from './push-records.ts';
import { pushRecords } from './push-records.ts';
import type { PushTargets } from './push-targets.ts';
import type { ReplicatedRecord } from './wire-record.ts';

export interface DatabasePushOptions {
  readonly http: CouchHttp;
  readonly memory: PushMemory;
  readonly line: PatientLine;
  readonly targets: PushTargets;
  readonly outcome: PushOutcome;
  readonly pull: DatabasePull;
  /** Whether something tells of changes by itself; our own echo, though, comes only when somebody looks. */
  readonly hasBell: () => boolean;
  /** Looks for changes at once. */
  readonly look: () => void;
}

/** Sends what was written here. */
export class DatabasePush {
  readonly #options: DatabasePushOptions;
  /** Newest edits of what the push had in this session. */
  readonly #handled = new Set<string>();

  constructor(options: DatabasePushOptions) {
    this.#options = options;
  }

  /** Whether the push had a record's newest edit in this session. */
  readonly hasHandled = ({ edits }: AnyRecord): boolean => this.#handled.has(edits[0] ?? '');

  /** RxDB's push handler: gives back the server's state of what is in conflict. */
  readonly handle = async (states: readonly ReplicatedRecord[]): Promise<ReplicatedRecord[]> => {
    const { line, pull, hasBell, look } = this.#options;
    const overBefore = pull.overCount;
    const wasFailing = line.isFailing;
    const conflicts = await line.attempt(() => this.#push(states));
    // The bell does not tell of our own echo, a pull overtook it, or the badge still tells of a failure.
    if (!hasBell() || wasFailing || pull.hasRunSince(overBefore)) look();
    return conflicts;
  };

  async #push(states: readonly ReplicatedRecord[]): Promise<ReplicatedRecord[]> {
    const { http, memory, targets, outcome } = this.#options;
    for (const { edits } of states) this.#handled.add(edits[0] ?? '');
    // What nobody here wrote is not sent: under its author's name the server would refuse it.
    const written = states.filter((record) => record.isPending === true);
    const others = states.filter((record) => record.isPending !== true);
    const conflicts: ReplicatedRecord[] = [];
    for (const [target, records] of targets.group(written)) {
      conflicts.push(...(await pushRecords(target, memory, records, outcome)));
    }
    const inConflict = new Set(conflicts.map(({ id }) => id));
    // What comes of a conflict may stand under the same edit, and goes out again.
    for (const { id, edits } of written) if (inConflict.has(id)) this.#handled.delete(edits[0] ?? '');
    return [...conflicts, ...(await findMovedOn(http, others))];
  }
}
