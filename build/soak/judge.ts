import type { DumpedRecord, SoakWrite } from './page/soak-contract.ts';

/** One side's records of the book. */
export interface Side {
  readonly name: string;
  readonly records: readonly DumpedRecord[];
}

/** A revision that the server keeps beside the one that won: no record of its own, and nothing that was lost. */
const LOSER = 'losingRevision';

/** What a soak lost. */
export interface Losses {
  /** Records that a side has not, or that were written and are nowhere. */
  readonly missing: readonly string[];
  /** Records a side holds in another version than the server. */
  readonly stale: readonly string[];
  /** Values somebody typed that are neither in a record, nor in a conflict copy, nor replaced by a later edit made on them. */
  readonly lostEdits: readonly string[];
  readonly conflictCopies: number;
}

/** Compares every side with the server and every acknowledged write with what is left of it. */
export function judge(writes: readonly SoakWrite[], server: Side, others: readonly Side[]): Losses {
  const truth = new Map(server.records.filter(({ type }) => type !== LOSER).map((record) => [record.id, record]));
  const missing: string[] = [];
  const stale: string[] = [];
  for (const id of new Set(writes.map((write) => write.id))) if (!truth.has(id)) missing.push(`server: ${id}`);
  for (const { name, records } of others) {
    const held = new Map(records.filter(isOfBook).map((record) => [record.id, record]));
    for (const [id, record] of truth) {
      const mine = held.get(id);
      if (mine === undefined) missing.push(`${name}: ${id}`);
      else if (mine.edits[0] !== record.edits[0] || mine.text !== record.text) stale.push(`${name}: ${id}`);
    }
    for (const id of held.keys()) if (!truth.has(id)) missing.push(`server: ${id} of ${name}`);
  }
  const copies = server.records.filter(({ type }) => type === 'conflictCopy' || type === LOSER);
  return { missing, stale, lostEdits: findLostEdits(writes, truth, copies), conflictCopies: copies.length };
}

function findLostEdits(
  writes: readonly SoakWrite[],
  truth: ReadonlyMap<string, DumpedRecord>,
  copies: readonly DumpedRecord[],
): string[] {
  const copied = copies.map(({ text }) => text).join('\n');
  const lost: string[] = [];
  for (const chained of Map.groupBy(writes, ({ id }) => id).values()) {
    const ancestry = followChain(chained);
    const isMadeOn = (later: SoakWrite, earlier: SoakWrite): boolean =>
      ancestry.get(later.edit)?.has(earlier.edit) === true;
    for (const write of chained) {
      for (const field of ['label', 'note'] as const) {
        const value = write[field];
        // The value came with this write, not with a version that it was made on.
        const isTypedHere = !chained.some((earlier) => earlier[field] === value && isMadeOn(write, earlier));
        if (value === '' || !isTypedHere) continue;
        const isKept = truth.get(write.id)?.text.includes(value) === true || copied.includes(value);
        const isReplaced = chained.some((later) => later[field] !== value && isMadeOn(later, write));
        if (!isKept && !isReplaced) lost.push(`${write.id} ${field} ${value}`);
      }
    }
  }
  return lost;
}

/** All ancestors of the writes on one record: a record names its last twelve alone, and each of those named others. */
function followChain(writes: readonly SoakWrite[]): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map(writes.map(({ edit, ancestors }) => [edit, ancestors]));
  return new Map(
    writes.map(({ edit, ancestors }) => {
      // A set that grows while it is walked is walked to its end.
      const all = new Set(ancestors);
      for (const ancestor of all) for (const older of named.get(ancestor) ?? []) all.add(older);
      return [edit, all];
    }),
  );
}

/** The network's copy also holds marks of its own. */
function isOfBook({ type }: DumpedRecord): boolean {
  return type !== 'syncMark';
}
