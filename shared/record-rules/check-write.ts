import type { Writer } from '../access/check-authority.ts';
import { checkAuthority } from '../access/check-authority.ts';
import { checkClosedMonths } from '../records/closed-months.ts';
import type { PublishedRules } from '../cooperative/published-rules.ts';
import type { Hasher } from '../core/ports.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { checkPayUnderstood } from '../pay/check-understood.ts';
import { checkCreation } from '../records/check-creation.ts';
import { checkFreshEdit } from '../records/check-fresh-edit.ts';
import { checkMoments } from '../records/check-moments.ts';
import { checkSize } from '../records/check-size.ts';
import { checkSuccession } from '../records/check-succession.ts';
import { checkTransition } from '../records/check-transition.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { checkNotRetired } from '../records/retired.ts';
import { checkContent } from './check-content.ts';
import { rulesOf } from './rules-table.ts';

/** One record as it would stand after a write, and what stood there. */
export interface JudgedWrite {
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord;
  readonly writer: Writer;
  readonly published: PublishedRules;
  readonly hash: Hasher;
  /** Whether the book or the settings hold what only a newer Sillon understands, as far as it is known. */
  readonly isIncomplete: boolean;
}

/** Where a write is judged: on the device that makes it, or where it arrives (the server, CouchDB's own validation). */
export type Place = 'device' | 'database';

interface Check {
  /** The one place where it is made; both where absent. */
  readonly only?: Place;
  readonly judge: (write: JudgedWrite) => Result<unknown>;
}

/** Everything a write answers for, in this order; the first that fails is told. */
const CHECKS: readonly Check[] = [
  // Who still writes such a type is of a version before, and has words for this code: update Sillon.
  { only: 'database', judge: ({ after }) => checkNotRetired(after, 'record.tooNew') },
  { only: 'device', judge: ({ after }) => checkNotRetired(after, 'record.retired') },
  // Where it arrives the structure was looked at first, for the server's own writes too.
  { only: 'device', judge: ({ after }) => checkContent(after) },
  { judge: ({ before, after }) => checkSize(before, after) },
  { judge: ({ before, after }) => checkMoments(before, after) },
  // A device takes one step at a time. What arrives may be the last of several that were taken without a network.
  { only: 'device', judge: ({ before, after }) => (before ? checkTransition(before, after) : checkCreation(after)) },
  { only: 'database', judge: ({ before, after }) => (before ? checkSuccession(before, after) : checkCreation(after)) },
  {
    judge: ({ before, after, hash, writer }) =>
      before ? ok(after) : (rulesOf(after)?.checkNew(after, hash, writer) ?? ok(after)),
  },
  { judge: ({ before, after, writer }) => checkAuthority(before, after, writer) },
  { judge: ({ before, after, published }) => checkClosedMonths(before, after, published.closedThrough) },
  { judge: ({ before, after, published }) => rulesOf(after)?.checkStep(before, after, published) ?? ok(after) },
  { judge: ({ before, after }) => checkFreshEdit(before, after) },
  // The database sees one document: the server's verification finds what it could not know.
  { only: 'device', judge: ({ after, isIncomplete }) => checkPayUnderstood(after, isIncomplete) },
];

/** Whether a record may be written so. Errors: those of the checks above. What arrives is also computed again: `check-arrival.ts`. */
export function checkWrite(write: JudgedWrite, place: Place): Result<AnyRecord> {
  for (const { only = place, judge } of CHECKS) {
    if (only !== place) continue;
    const check = judge(write);
    if (!check.ok) return check;
  }
  return ok(write.after);
}
