import type { Result } from '../../shared/core/result.ts';
import { ok } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { differingMonths, fingerprintMonths } from '../../shared/sync/fingerprint.ts';
import { monthOf } from '../../shared/time/month.ts';
import { hashBytes } from '../data/hash.ts';
import type { RecordCollection } from '../data/storage-access.ts';
import { readAll } from '../data/storage-access.ts';
import type { CheckApi } from './check-api.ts';
import type { CouchHttp } from './couch-http.ts';
import { readDocuments } from './pull-changes.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { fromWire } from './wire-record.ts';

/** What a check found and mended in one database. */
export interface DatabaseCheck {
  readonly monthsChecked: number;
  /** Months left out because something of them waits to be sent. */
  readonly monthsWaiting: number;
  /** Records that were not here, or in another version, and were fetched. */
  readonly fetched: readonly string[];
  /** Records the server does not hold, which are sent again. */
  readonly sentAgain: readonly string[];
}

/** What a check does with what it finds. */
export interface Repair {
  /** Takes the server's state of records as a pull would. */
  readonly take: (records: readonly ReplicatedRecord[]) => Promise<void>;
  /** Marks records as never sent. */
  readonly resend: (records: readonly AnyRecord[]) => Promise<void>;
}

const FETCHED_AT_ONCE = 100;

/**
 * Compares counts and hashes of every month with the server's and mends the months that differ: what is missing or stale here
 * is fetched, what the server has lost is sent again. Months with records that wait to be sent are left for the next time.
 * Errors: those of the network.
 */
export async function checkDatabase(
  api: CheckApi,
  http: CouchHttp,
  collection: RecordCollection,
  repair: Repair,
): Promise<Result<DatabaseCheck>> {
  const records = await readAll(collection);
  const waiting = new Set(records.filter(({ isPending }) => isPending === true).map(({ date }) => monthOf(date)));
  const theirs = await api.months();
  if (!theirs.ok) return theirs;
  const mine = fingerprintMonths(records, hashBytes);
  const months = differingMonths(mine, theirs.value).filter((month) => !waiting.has(month));
  const fetched: string[] = [];
  const sentAgain: string[] = [];
  for (const month of months) {
    const listed = await api.month(month);
    if (!listed.ok) return listed;
    const here = new Map(records.filter(({ date }) => monthOf(date) === month).map((record) => [record.id, record]));
    const wanted = listed.value.filter(({ id, edit }) => here.get(id)?.edits[0] !== edit).map(({ id }) => id);
    for (let start = 0; start < wanted.length; start += FETCHED_AT_ONCE) {
      const found = (await readDocuments(http, wanted.slice(start, start + FETCHED_AT_ONCE))).map(fromWire);
      await repair.take(found);
      fetched.push(...found.map(({ id }) => id));
    }
    const there = new Set(listed.value.map(({ id }) => id));
    const suspects = [...here.values()].filter(({ id }) => !there.has(id));
    const lost = await findLost(http, suspects);
    await repair.resend(lost);
    sentAgain.push(...lost.map(({ id }) => id));
  }
  const monthsChecked = new Set([...mine, ...theirs.value].map(({ month }) => month)).size;
  return ok({ monthsChecked, monthsWaiting: waiting.size, fetched, sentAgain });
}

/** Of records that are not in the server's list of their month, those it holds under no date at all. */
async function findLost(http: CouchHttp, suspects: readonly AnyRecord[]): Promise<AnyRecord[]> {
  const ids = suspects.map(({ id }) => id);
  const held = new Set((await readDocuments(http, ids)).map(({ _id }) => _id));
  return suspects.filter(({ id }) => !held.has(id));
}
