import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../shared/core/ports.ts';
import { isPay, isPayCounted, isWaitingPay } from '../../shared/pay/counted-pay.ts';
import { isJudged } from '../../shared/network/verification.ts';
import type { CooperativeSettings } from '../../shared/records/cooperative-settings.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { isUnderstood } from '../../shared/records/understood.ts';
import { isSealed, sealOf } from '../../shared/records/seal.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import type { Difference } from '../../shared/record-rules/difference.ts';
import type { BookFacts } from '../../shared/record-rules/pay-book-figures.ts';
import { comparePayWithBook, listCompared } from '../../shared/record-rules/pay-book-figures.ts';
import { hash } from '../data-folder/hash.ts';
import { holdsUnknownType } from './holds-unknown.ts';
import type { Judgement } from './judge-record.ts';
import { judgeRecord, keptDigest } from './judge-record.ts';
import type { FoundVerdict, GivenVerdict } from './verdict-store.ts';
import { findVerdict, readVerdicts, writeVerdicts } from './verdict-store.ts';
import { readAccountRecords } from './waiting-pays.ts';

/** The settings everything is judged by; read once a change of them. */
export interface Rules {
  readonly versions: readonly PayrollParameters[];
  /** `undefined` before the cooperative has any: then no pay can be made again from its book. */
  readonly cooperative: CooperativeSettings | undefined;
  /** Whether the cooperative has settings that only a later version understands. */
  readonly isIncomplete?: boolean;
}

/** A record to be judged. */
export interface Target {
  readonly record: AnyRecord;
  /** What `network` holds of it, when that is this record. */
  readonly copy: AnyRecord | undefined;
  /** Differences found elsewhere. */
  readonly extra: readonly Difference[];
}

/** What came of judging some records. */
export interface Judged {
  readonly given: readonly GivenVerdict[];
  /** What no fault was found in, and what this version cannot say more of. No verdict is given on it. */
  readonly notVerifiable: readonly AnyRecord[];
}

const TRIES = 5;

/**
 * Judges records of one book and writes what is new. Pays that wait, or were decided unseen, are compared with `records`, all that moves the account,
 * read from the book when not given. A sealed record that gets no verdict of its own is compared with its copy. Of what only
 * a later version understands, and of pays that wait in a book which holds such records, the seals alone are compared.
 */
export async function judgeBook(
  book: CouchDatabase,
  targets: readonly Target[],
  rules: Rules,
  clock: Clock,
  records?: readonly AnyRecord[],
): Promise<Judged> {
  const ids = targets.map(({ record }) => record.id);
  for (let left = TRIES; ; left -= 1) {
    const isFirst = left === TRIES;
    const verdicts = await readVerdicts(book, ids);
    const compared = new Set(ids.filter((_, index) => isToCompare(targets[index]?.record, verdicts)));
    const facts = compared.size === 0 ? undefined : await readFacts(book, rules, clock, isFirst ? records : undefined);
    const given: GivenVerdict[] = [];
    const notVerifiable: AnyRecord[] = [];
    for (const target of targets) {
      // The account of a large book takes a while for each pay: whoever else waits is next.
      const isCompared = compared.has(target.record.id);
      if (typeof facts === 'object' && isCompared) await setImmediate();
      const before = findVerdict(verdicts, target.record.id);
      const judgement = judgeTarget(target, before, rules, isCompared && facts !== 'incomplete' ? facts : undefined);
      const isOpen = !isUnderstood(target.record) || (isCompared && !canSay(target.record, facts));
      if (isOpen && judgement.status === 'verified') {
        notVerifiable.push(target.record);
        continue;
      }
      const isSilent = before.verdict === undefined && !isJudged(target.record) && judgement.status === 'verified';
      if (!isSilent) given.push({ record: target.record, judgement, before });
    }
    if ((await writeVerdicts(book, given, clock)) || left === 0) return { given, notVerifiable };
  }
}

/** Whether a pay is compared with its book: while it waits, and once where it was decided before the server saw it. */
function isToCompare(record: AnyRecord | undefined, verdicts: Parameters<typeof findVerdict>[0]): boolean {
  if (record === undefined || !isPay(record)) return false;
  const isUnseen = findVerdict(verdicts, record.id).verdict === undefined;
  return (isUnseen && isPayCounted(record)) || isWaitingPay(record);
}

/** Whether what is found of a compared pay may be said: of one that is decided nobody would look again. */
function canSay(record: AnyRecord, facts: BookFacts | 'incomplete' | undefined): boolean {
  return typeof facts === 'object' || (facts === undefined && isWaitingPay(record));
}

/** `incomplete`: the account that pays are compared with may lack something that only a later version understands. */
async function readFacts(
  book: CouchDatabase,
  { cooperative, versions, isIncomplete = false }: Rules,
  clock: Clock,
  given: readonly AnyRecord[] | undefined,
): Promise<BookFacts | 'incomplete' | undefined> {
  if (cooperative === undefined) return undefined;
  const records = given ?? (await readAccountRecords(book));
  if (isIncomplete || !records.every(isUnderstood) || (await holdsUnknownType(book))) return 'incomplete';
  const settings = records
    .filter((record) => isOfType(record, 'activitySettings'))
    .find(({ status }) => status === 'active');
  if (settings === undefined) return undefined;
  const { arrivals, doubted } = await readEarlierVerdicts(book, records);
  const compared = listCompared(records, arrivals);
  return { settings, cooperative, records, versions, today: clock().slice(0, 10), arrivals, doubted, compared };
}

/**
 * What was said of the pays of a book before: when the server gave each its first verdict (its own clock, not the word of who
 * asks), and which it last found wrong.
 */
async function readEarlierVerdicts(
  book: CouchDatabase,
  records: readonly AnyRecord[],
): Promise<Pick<BookFacts, 'arrivals' | 'doubted'>> {
  const ids = records.filter(isPay).map(({ id }) => id);
  const verdicts = await readVerdicts(book, ids);
  const arrivals = new Map<string, string>();
  const doubted = new Set<string>();
  for (const id of ids) {
    const { verdict } = findVerdict(verdicts, id);
    if (verdict !== undefined) arrivals.set(id, verdict.createdAt);
    if (verdict?.status === 'mismatch') doubted.add(id);
  }
  return { arrivals, doubted };
}

function judgeTarget(
  { record, copy, extra }: Target,
  { verdict, heldBy }: FoundVerdict,
  { versions }: Rules,
  facts: BookFacts | undefined,
): Judgement {
  const firstDigest = keptDigest(verdict) ?? (copy !== undefined && isSealed(copy) ? sealOf(copy, hash) : undefined);
  const held = heldBy === undefined ? [] : [{ path: 'verdict', expected: record.id, found: heldBy }];
  const before = verdict?.body;
  // A pay that was given up takes nothing from the account any more.
  const isGivenUp = isPay(record) && !isPayCounted(record);
  const saidOfBook = isGivenUp ? [] : (before?.differences.filter(({ path }) => path.startsWith('book.')) ?? []);
  if (facts === undefined || !isPay(record)) {
    // Compared before it was decided, or nothing to compare with: what was said of it stays as it is.
    const figures = before?.figures && { figures: before.figures };
    const found = {
      versions,
      firstDigest,
      extra: [...held, ...extra, ...saidOfBook],
      isUnderstood: isUnderstood(record),
    };
    return judgeRecord(record, { ...found, ...figures }, hash);
  }
  const wasRight = (part: string): boolean =>
    before?.figures !== undefined && !saidOfBook.some(({ path }) => path.startsWith(part));
  const accepted = { account: wasRight('book.account'), input: wasRight('book.input') };
  const { differences, figures } = comparePayWithBook(record, facts, accepted);
  const found = { versions, firstDigest, extra: [...held, ...extra, ...differences], ...(figures && { figures }) };
  return judgeRecord(record, found, hash);
}
