import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../shared/core/ports.ts';
import { accountOfDatabase, COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES, publishRules } from '../../shared/cooperative/published-rules.ts';
import { settingsInForce } from '../../shared/cooperative/settings-in-force.ts';
import { installRules } from '../rules/design-documents.ts';
import type { Couch } from '../couch/connect.ts';
import { readUpdatesPosition, waitForUpdates } from '../couch/database-updates.ts';
import type { BookPace } from './book-pace.ts';
import type { FailingBook } from './book-work.ts';
import { FIRST_PAUSE_MS, logRetries, LONGEST_PAUSE_MS, openBookWork } from './book-work.ts';
import type { BookBehind } from '../../shared/network/book-behind.ts';
import { listBehind } from './books-behind.ts';
import { readCommons } from '../couch/read-commons.ts';
import type { Arrival } from './arrival.ts';
import { openClaims } from './claims.ts';
import { consolidateBook } from './consolidate.ts';
import { holdsLaterSettings } from './holds-unknown.ts';
import { openFindings } from './findings.ts';
import { gatherNetwork } from './gathered-network.ts';
import { gatherPerson } from './gather-person.ts';
import type { Rules } from './judge-book.ts';
import type { VerifiedRecord, Verifier } from './verify.ts';
import { verifyArrival, verifyBook, verifyWaiting } from './verify.ts';
import { openWaitingPays, touchesAccount } from './waiting-pays.ts';

/** Their calls on `network` are gathered: the more at once, the fewer they are. */
const BOOKS_AT_ONCE = 10;
/** Waiting pays are compared one book after the other, behind everything that somebody waits for. */
const COMPARED_AT_ONCE = 1;
/** What arrives in parts is compared when the last is there. */
const COMPARED_WHEN_QUIET_MS = 1_000;
const COMPARED_AFTER_START_MS = 2_000;
/** Without a feed of changed databases all books are asked this often. */
const POLL_MS = 2_000;

/** Keeps `network`, `office` and the verdicts up to date. */
export interface Worker {
  /** Brings everything up to date once, then follows the changes. */
  readonly start: () => Promise<void>;
  /** Copies again whatever is missing, from the beginning of every book. */
  readonly reconcile: () => Promise<void>;
  /** Fails at the end, when everything else is verified, if a book could not be. */
  readonly verifyAll: () => Promise<readonly VerifiedRecord[]>;
  /** Books with changes that were not copied yet. */
  readonly pending: () => number;
  /** Books that could not get their rules, be copied or compared and are tried again, and why. */
  readonly failing: () => readonly FailingBook[];
  /** Books whose figures are late, and since when. */
  readonly behind: () => readonly BookBehind[];
  /** Waits until the books that are known to have changed are copied, and their waiting pays compared. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface WorkerOptions {
  /** Called at the start and whenever `commons` changed. */
  readonly seeCommons?: () => Promise<void>;
  /** What the rules of every book carry already. */
  readonly installed?: PublishedRules;
  /** How long nothing must come to a book before the pays that wait in it are compared. */
  readonly comparedWhenQuietMs?: number;
}

export function openWorker(
  couch: Couch,
  clock: Clock,
  log: (line: string) => void,
  {
    seeCommons = () => Promise.resolve(),
    installed = BUILT_IN_RULES,
    comparedWhenQuietMs = COMPARED_WHEN_QUIET_MS,
  }: WorkerOptions = {},
): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopping = (): boolean => signal.aborted;
  const gathered = gatherNetwork(couch);
  let following: Promise<void> = Promise.resolve();
  let hasStarted = false;
  let published = installed;
  let rules: Rules = { versions: published.versions, cooperative: undefined, isIncomplete: false };
  const claims = openClaims();
  const [findings, waitingPays] = [openFindings(couch, log), openWaitingPays()];
  const verifier = (): Verifier => ({ rules, findings, waitingPays, clock });
  const logAgain = logRetries(log);
  const rest = (ms: number): Promise<void> => pause(ms, signal);

  const common = { isStopping, logAgain, pause: rest, clock };
  const install = async (name: string): Promise<void> => {
    const kind = name === COMMONS_DATABASE ? 'commons' : isPersonal(name) ? 'person' : 'book';
    await installRules(couch.database(name), kind, published);
  };
  const installing = openBookWork({ ...common, what: 'writing of rules', work: install, atOnce: BOOKS_AT_ONCE });
  const compare = async (name: string, measure: BookPace['measure']): Promise<void> => {
    const hasWritten = await measure(name, () => verifyWaiting(couch, name, verifier()));
    if (hasWritten) copying.add(name);
  };
  const comparing = openBookWork({
    ...common,
    what: 'comparison of pays',
    work: compare,
    atOnce: COMPARED_AT_ONCE,
    quietMs: comparedWhenQuietMs,
  });
  /** Books that got something that waiting pays depend on. */
  const touched = new Set<string>();
  const copy = async (name: string, measure: BookPace['measure'], isFull = false): Promise<void> => {
    const judge = (arrival: Arrival): Promise<boolean> => {
      if (!arrival.isWhole && touchesAccount(arrival)) touched.add(name);
      return measure(name, () => verifyArrival(arrival, verifier()));
    };
    try {
      await consolidateBook(gathered, name, judge, { isFull, claims, waitingPays, log });
    } finally {
      if (touched.delete(name)) comparing.add(name);
    }
  };
  const copying = openBookWork({ ...common, what: 'consolidation', work: copy, atOnce: BOOKS_AT_ONCE });
  const gathering = openBookWork({
    ...common,
    what: 'gathering of what is personal',
    work: (name) => gatherPerson(couch, name),
    atOnce: BOOKS_AT_ONCE,
  });
  const works = [installing, copying, gathering, comparing];
  /** From its beginning; what fails is tried again by itself, from where it was. */
  const copyAgain = async (name: string): Promise<boolean> => {
    const isCopied = await copying.attempt(name, () => copy(name, (_book, work) => work(), true));
    if (!isCopied) copying.add(name);
    return isCopied;
  };
  /** `undefined` when the book cannot be verified: it keeps no other from it. */
  const tryToVerify = (name: string): Promise<readonly VerifiedRecord[] | undefined> =>
    verifyBook(couch, name, verifier()).catch((error: unknown) => {
      logAgain(`verification of ${name}`, error);
      return undefined;
    });
  const listBooks = async (): Promise<string[]> => (await couch.listDatabases()).filter(isBook);
  /**
   * Brings what the cooperative published (parameters, closings) into the rules of the commons and of every book, and compares
   * the pays that wait with new settings; the same ones change nothing.
   */
  const refreshRules = async (): Promise<void> => {
    const commons = await readCommons(couch);
    const [found, cooperative] = [publishRules(commons), settingsInForce(commons)?.body];
    const isIncomplete = await holdsLaterSettings(couch);
    const isPublished = JSON.stringify(found) !== JSON.stringify(published);
    const isOther = isIncomplete !== rules.isIncomplete;
    const isNew = isPublished || isOther || JSON.stringify(cooperative) !== JSON.stringify(rules.cooperative);
    if (!isNew) return;
    published = found;
    rules = { versions: published.versions, cooperative, isIncomplete };
    const names = await listBooks();
    if (isPublished) {
      // The commons first: rules of months that were just opened again may be changed at once.
      const personal = (await couch.listDatabases()).filter(isPersonal);
      for (const name of [COMMONS_DATABASE, ...names, ...personal]) installing.add(name);
      await installing.drain();
    }
    if (hasStarted) for (const name of names) comparing.add(name);
  };
  const lookAtCommons = async (): Promise<void> => {
    await refreshRules();
    await seeCommons();
  };
  const add = (name: string): void => {
    if (isBook(name)) copying.add(name);
    else if (isPersonal(name)) gathering.add(name);
  };
  const addAll = async (): Promise<void> => {
    for (const name of await couch.listDatabases()) add(name);
  };

  /** Pays that another version judged, or other settings while no worker ran: whoever comes back to the server goes first. */
  const compareAll = async (): Promise<void> => {
    await rest(COMPARED_AFTER_START_MS);
    if (isStopping()) return;
    try {
      for (const name of await listBooks()) comparing.add(name);
    } catch (error) {
      logAgain('comparison of pays', error);
      return compareAll();
    }
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
        for (const name of updates.names) add(name);
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
      await addAll();
      await Promise.all([copying.drain(), gathering.drain()]);
      hasStarted = true;
      void compareAll();
      following = follow(position);
    },
    reconcile: async () => {
      for (const name of await listBooks()) await copyAgain(name);
      for (const name of (await couch.listDatabases()).filter(isPersonal)) {
        await gathering.attempt(name, () => gatherPerson(couch, name, true));
      }
    },
    verifyAll: async () => {
      await refreshRules();
      await copying.drain();
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
    pending: copying.size,
    failing: () => works.flatMap((work) => work.failing()),
    // What is personal belongs to no book: no figure of one is late with it.
    behind: () => listBehind([installing, copying, comparing].flatMap((work) => work.behind())),
    settle: async () => {
      // A verdict that changed is copied, and what was copied may change another.
      while (works.some((work) => work.size() > 0)) for (const work of works) await work.settle();
    },
    close: async () => {
      stopping.abort();
      await following;
      for (const work of works) await work.drain();
    },
  };
}

const isBook = (name: string): boolean => name.startsWith('book-');
const isPersonal = (name: string): boolean => accountOfDatabase(name) !== undefined;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
