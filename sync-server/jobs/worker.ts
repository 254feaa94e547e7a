import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../shared/core/ports.ts';
import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import type { PublishedRules } from '../../shared/rules/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/rules/published-rules.ts';
import { installRules } from '../couch/design-documents.ts';
import type { Couch } from '../couch/connect.ts';
import { DatabaseAway } from '../couch/database-outage.ts';
import { readUpdatesPosition, waitForUpdates } from '../couch/database-updates.ts';
import { openBookPace } from './book-pace.ts';
import type { Rest } from './book-queue.ts';
import type { BookBehind } from './books-behind.ts';
import { openBooksBehind } from './books-behind.ts';
import { openBookQueue } from './book-queue.ts';
import { readCooperative } from '../couch/read-cooperative.ts';
import { readPublishedRules } from '../couch/published-rules.ts';
import type { Arrival } from './arrival.ts';
import { openClaims } from './claims.ts';
import { consolidateBook } from './consolidate.ts';
import { openFindings } from './findings.ts';
import { gatherNetwork } from './gathered-network.ts';
import type { Rules } from './judge-book.ts';
import type { VerifiedRecord, Verifier } from './verify.ts';
import { verifyArrival, verifyBook, verifyWaiting } from './verify.ts';
import { openWaitingPays } from './waiting-pays.ts';

/** Their calls on `network` are gathered: the more at once, the fewer they are. */
const BOOKS_AT_ONCE = 10;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Without a feed of changed databases all books are asked this often. */
const POLL_MS = 2_000;

/** Keeps `network` and the verdicts up to date. */
export interface Worker {
  /** Brings everything up to date once, then follows the changes. */
  readonly start: () => Promise<void>;
  /** Copies again whatever is missing, from the beginning of every book. */
  readonly reconcile: () => Promise<void>;
  /** Fails at the end, when everything else is verified, if a book could not be. */
  readonly verifyAll: () => Promise<readonly VerifiedRecord[]>;
  /** Books with changes that were not copied yet. */
  readonly pending: () => number;
  /** Books that could not be copied and are tried again, and why. */
  readonly failing: () => readonly FailingBook[];
  /** Books whose figures are late, and since when. */
  readonly behind: () => readonly BookBehind[];
  /** Waits until the books that are known to have changed are copied. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface FailingBook {
  readonly book: string;
  readonly reason: string;
}

export interface WorkerOptions {
  /** Called at the start and whenever `commons` changed. */
  readonly seeCommons?: () => Promise<void>;
  /** What the rules of every book carry already. */
  readonly installed?: PublishedRules;
  /** Milliseconds of a clock, for how long books take. */
  readonly now?: () => number;
}

export function openWorker(
  couch: Couch,
  clock: Clock,
  log: (line: string) => void,
  { seeCommons = () => Promise.resolve(), installed = BUILT_IN_RULES, now }: WorkerOptions = {},
): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopping = (): boolean => signal.aborted;
  const gathering = gatherNetwork(couch);
  let following: Promise<void> = Promise.resolve();
  let hasStarted = false;
  let published = installed;
  let rules: Rules = { versions: published.versions, cooperative: undefined };
  const claims = openClaims();
  const pace = openBookPace(now);
  const [findings, waitingPays] = [openFindings(couch, log), openWaitingPays()];
  const verifier = (): Verifier => ({ rules, findings, waitingPays, clock, pace });
  /** Books whose waiting pays were not compared with the latest settings yet. */
  const outdated = new Set<string>();
  const behind = openBooksBehind(clock);
  const failing = new Map<string, { readonly reason: string; readonly tries: number }>();

  /** An outage of the database is said once, for all who ask it. */
  const logAgain = (work: string, error: unknown): void => {
    if (error instanceof DatabaseAway) return;
    log(`${work} will be tried again: ${reasonOf(error)}`);
  };
  const copy = async (name: string, isFull: boolean): Promise<void> => {
    if (outdated.delete(name)) {
      await verifyWaiting(couch.database(name), verifier()).catch((error: unknown) => {
        outdated.add(name);
        throw error;
      });
    }
    const judge = (arrival: Arrival): Promise<boolean> => verifyArrival(arrival, verifier());
    await consolidateBook(gathering, name, judge, { isFull, claims, log });
  };
  /** Nobody waits for a book that cannot be copied: it is tried again by itself. Returns whether it was. */
  const tryToCopy = async (name: string, isFull: boolean): Promise<boolean> => {
    try {
      if (isStopping()) return true;
      await copy(name, isFull);
      failing.delete(name);
      return true;
    } catch (error) {
      if (isStopping()) return true;
      logAgain(`consolidation of ${name}`, error);
      failing.set(name, { reason: reasonOf(error), tries: (failing.get(name)?.tries ?? 0) + 1 });
      return false;
    }
  };
  const workOn = async (name: string): Promise<Rest> => {
    behind.begin(name);
    const isCopied = await tryToCopy(name, false);
    behind.end(name, isCopied);
    if (isCopied) return { pauseMs: pace.restOf(name), isUnfinished: false };
    const pauseMs = FIRST_PAUSE_MS * 2 ** Math.min(10, (failing.get(name)?.tries ?? 1) - 1);
    return { pauseMs: Math.min(pauseMs, LONGEST_PAUSE_MS), isUnfinished: true };
  };
  const queue = openBookQueue(workOn, BOOKS_AT_ONCE, (ms) => pause(ms, signal));
  const add = (name: string): void => {
    behind.named(name);
    queue.add(name);
  };
  /** From its beginning; what fails is tried again by itself, from where it was. */
  const copyAgain = async (name: string): Promise<boolean> => {
    const isCopied = await tryToCopy(name, true);
    if (!isCopied) add(name);
    return isCopied;
  };
  /** `undefined` when the book cannot be verified: it keeps no other from it. */
  const tryToVerify = (name: string): Promise<readonly VerifiedRecord[] | undefined> =>
    verifyBook(couch, name, verifier()).catch((error: unknown) => {
      logAgain(`verification of ${name}`, error);
      return undefined;
    });
  const listBooks = async (): Promise<string[]> =>
    (await couch.listDatabases()).filter((name) => name.startsWith('book-'));
  /**
   * Brings what the cooperative published (parameters, closings) into the rules of every book, and compares the pays that wait with new
   * settings; the same ones change nothing.
   */
  const refreshRules = async (): Promise<void> => {
    const [found, cooperative] = [await readPublishedRules(couch), await readCooperative(couch)];
    const isPublished = JSON.stringify(found) !== JSON.stringify(published);
    const isNew = isPublished || JSON.stringify(cooperative) !== JSON.stringify(rules.cooperative);
    if (!isNew) return;
    published = found;
    rules = { versions: published.versions, cooperative };
    const names = await listBooks();
    if (isPublished) for (const name of names) await installRules(couch.database(name), 'book', published);
    for (const name of names) outdated.add(name);
    if (hasStarted) compareOutdated();
  };
  const compareOutdated = (): void => {
    for (const name of outdated) add(name);
  };
  const lookAtCommons = async (): Promise<void> => {
    await refreshRules();
    await seeCommons();
  };
  const addAll = async (): Promise<void> => {
    for (const name of await listBooks()) add(name);
  };

  const follow = async (start: string | undefined): Promise<void> => {
    let position = start;
    let pauseMs = FIRST_PAUSE_MS;
    while (!isStopping()) {
      try {
        if (position === undefined) {
          await pause(POLL_MS, signal);
          await lookAtCommons();
          await addAll();
          continue;
        }
        const updates = await waitForUpdates(couch, position, signal);
        if (updates.names.includes(COMMONS_DATABASE)) await lookAtCommons();
        position = updates.position;
        for (const name of updates.names) if (name.startsWith('book-')) add(name);
        pauseMs = FIRST_PAUSE_MS;
      } catch (error) {
        if (isStopping()) return;
        logAgain('waiting for changes', error);
        await pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  };

  return {
    start: async () => {
      // The position comes first: what changes during the first pass is then seen again, never missed.
      const position = await readUpdatesPosition(couch, signal);
      await lookAtCommons();
      const judgedBefore = [...outdated];
      outdated.clear();
      await addAll();
      await queue.drain();
      // Pays that another version judged, or other settings while no worker ran; nobody waits for it.
      hasStarted = true;
      for (const name of judgedBefore) outdated.add(name);
      compareOutdated();
      following = follow(position);
    },
    reconcile: async () => {
      for (const name of await listBooks()) await copyAgain(name);
    },
    verifyAll: async () => {
      await refreshRules();
      await queue.drain();
      const verified: VerifiedRecord[] = [];
      const left: string[] = [];
      for (const name of await listBooks()) {
        // What waits to be copied would look like a missing copy; what cannot be copied is found from the beginning.
        const lines = (await copyAgain(name)) ? await tryToVerify(name) : undefined;
        if (lines === undefined) left.push(name);
        else verified.push(...lines);
      }
      if (left.length > 0) throw new Error(`could not be verified: ${left.join(', ')}`);
      return verified;
    },
    pending: queue.size,
    failing: () => [...failing].map(([book, { reason }]) => ({ book, reason })),
    behind: () => behind.list((name) => failing.has(name)),
    settle: queue.settle,
    close: async () => {
      stopping.abort();
      await following;
      await queue.drain();
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown failure';
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
