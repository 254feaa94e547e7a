import { isOfBook, NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { JsonValue } from '../../shared/core/canonical-json.ts';
import { digestOf } from '../../shared/core/digest.ts';
import type { Clock } from '../../shared/core/ports.ts';
import { isJudged } from '../../shared/network/verification.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { RECORD_TYPES } from '../../shared/records/registry.ts';
import { isSealed } from '../../shared/records/seal.ts';
import type { Couch } from '../couch/connect.ts';
import type { StoredDocument } from '../couch/couch-database.ts';
import type { Difference } from '../../shared/record-rules/difference.ts';
import { hash } from '../data-folder/hash.ts';
import type { Arrival, Fault } from './arrival.ts';
import type { Findings } from './findings.ts';
import { readInvoiceNumbers } from './invoice-numbers.ts';
import type { Rules, Target } from './judge-book.ts';
import { judgeBook } from './judge-book.ts';
import type { Judgement } from './judge-record.ts';
import { judgeMissing } from './judge-record.ts';
import type { GivenVerdict } from './verdict-store.ts';
import { findVerdict, readStoredRecord, readVerdicts, writeVerdicts } from './verdict-store.ts';
import type { WaitingPays } from './waiting-pays.ts';
import { readAccountRecords } from './waiting-pays.ts';

/** One line of a verification. */
export interface VerifiedRecord {
  readonly book: string;
  readonly recordId: string;
  /** `notVerifiable`: no fault was found, and only a later version of Sillon can make the figures again. */
  readonly status: Judgement['status'] | 'notVerifiable';
  readonly differences: readonly Difference[];
}

/** What a worker verifies with. */
export interface Verifier {
  readonly rules: Rules;
  readonly findings: Findings;
  readonly waitingPays: WaitingPays;
  readonly clock: Clock;
}

/**
 * Gives a verdict on everything in a batch whose figures left the device, on what was sealed and comes back changed, on what
 * must be looked at. False when there is none of them.
 */
export async function verifyArrival(arrival: Arrival, verifier: Verifier): Promise<boolean> {
  const { book, changedIds, winners, copies, isWhole } = arrival;
  const { findings, rules, clock } = verifier;
  const before = await findings.of(book.name);
  await findings.note(book.name, changedIds, arrival.faults);
  const faults = await findings.of(book.name);
  const targets = new Map<string, Target>();
  const add = (record: AnyRecord, copy?: AnyRecord): void => {
    const fault = faults.get(record.id);
    if (fault?.path !== 'activityId') targets.set(record.id, { record, copy, extra: fault ? [fault] : [] });
  };
  for (const document of winners) {
    const record = readStoredRecord(document);
    const copy = ownCopy(book.name, copies.get(record.id));
    const isOfInterest = isJudged(record) || faults.has(record.id) || before.has(record.id);
    if (isOfInterest || (copy !== undefined && isSealed(copy))) add(record, copy);
  }
  // A fault that went with a revision that is gone leaves nothing to copy.
  const mended = changedIds.filter((id) => before.has(id) && !targets.has(id));
  if (mended.length > 0) for (const document of await book.getMany(mended)) add(readStoredRecord(document));
  if (targets.size === 0) return false;
  const all = isWhole ? winners.map(readStoredRecord) : undefined;
  const records = [...targets.values()].map(({ record }) => record);
  const numbers = await readInvoiceNumbers(book, records, clock().slice(0, 10), all);
  for (const invoice of numbers.othersOf(records)) add(invoice);
  const withNumbers = [...targets.values()].map((target) => {
    return { ...target, extra: [...target.extra, ...numbers.differencesOf(target.record)] };
  });
  await judgeBook(book, withNumbers, rules, clock, all);
  return true;
}

/**
 * Compares the pays of a book that wait with its account, after something they depend on came or settings changed; whether it
 * may have written.
 */
export async function verifyWaiting(couch: Couch, name: string, verifier: Verifier): Promise<boolean> {
  const book = couch.database(name);
  const parts = await verifier.waitingPays.read(book);
  if (parts.length === 0) return false;
  const faults = await verifier.findings.of(name);
  const { rules, clock } = verifier;
  // Once for all parts, and only when there is something to compare with.
  const records = rules.cooperative === undefined ? undefined : await readAccountRecords(book);
  for (const ids of parts) {
    const waiting = await book.getMany(ids);
    const copies = await readCopies(couch, waiting);
    const targets = waiting.map((document): Target => {
      const stored = copies.get(document._id);
      const extra = [...listFaults(faults, document._id), ...compareCopies(document, stored)];
      return { record: readStoredRecord(document), copy: ownCopy(name, stored), extra };
    });
    await judgeBook(book, targets, rules, clock, records);
  }
  return true;
}

/** Types that are sealed in one of their states. */
const SEALED_TYPES = Object.entries(RECORD_TYPES)
  .filter(([type, { database, statuses }]) => {
    return database === 'book' && Object.keys(statuses).some((status) => isSealed({ type, status }));
  })
  .map(([type]) => `${type}:`);

/**
 * Recomputes every pay and issued invoice of a book, compares the seal of everything sealed, and notices what no new
 * revision tells: a stored record that was altered underneath (by its first digest and by the copy in `network`), and one
 * that is gone.
 */
export async function verifyBook(couch: Couch, name: string, verifier: Verifier): Promise<readonly VerifiedRecord[]> {
  const book = couch.database(name);
  const { rules, findings, clock } = verifier;
  const sealed = (await Promise.all(SEALED_TYPES.map((prefix) => book.list(prefix)))).flat();
  const verdicts = await readVerdicts(book);
  const seen = new Set(sealed.map(({ _id }) => _id));
  const about = [...new Set([...verdicts.values()].map(({ body }) => body.recordId))];
  const documents = [...sealed, ...(await book.getMany(about.filter((id) => !seen.has(id))))];
  const copyById = await readCopies(couch, documents);
  const faults = await findings.of(name);
  const numbers = await readInvoiceNumbers(book, documents.map(readStoredRecord), clock().slice(0, 10));
  const targets = documents.flatMap((document): Target[] => {
    const record = readStoredRecord(document);
    if (!isOfBook(record.activityId, name)) return [];
    const hasVerdict = findVerdict(verdicts, record.id).verdict !== undefined;
    if (!hasVerdict && !isSealed(record)) return [];
    const stored = copyById.get(record.id);
    const copy = ownCopy(name, stored);
    const isHidden = stored !== undefined && copy === undefined && !faults.has(record.id);
    const extra = [
      ...listFaults(faults, record.id),
      ...(isHidden ? [{ path: 'taken', expected: '', found: record.id }] : []),
      ...compareCopies(document, stored),
      ...numbers.differencesOf(record),
    ];
    return [{ record, copy, extra }];
  });
  const { given, notVerifiable } = await judgeBook(book, targets, rules, clock);
  const found = new Set(documents.map(({ _id }) => _id));
  const settled = [...faults].filter(([id, { path }]) => path !== 'activityId' && !found.has(id));
  const settledIds = settled.map(([id]) => id);
  await findings.note(name, settledIds, new Map());
  const gone = [...verdicts.values()]
    .filter(({ body }) => !found.has(body.recordId))
    .map((verdict): GivenVerdict => {
      const record = { id: verdict.body.recordId, activityId: verdict.activityId, date: verdict.date };
      return {
        record,
        before: { verdict, heldBy: undefined, freeId: verdict.id },
        judgement: judgeMissing(verdict.body),
      };
    });
  await writeVerdicts(book, gone, clock);
  return [
    ...[...given, ...gone].map(({ record, judgement }) => ({
      book: name,
      recordId: record.id,
      status: judgement.status,
      differences: judgement.body.differences,
    })),
    ...notVerifiable.map(({ id }) => ({ book: name, recordId: id, status: 'notVerifiable' as const, differences: [] })),
  ];
}

function listFaults(faults: ReadonlyMap<string, Fault>, recordId: string): readonly Fault[] {
  const fault = faults.get(recordId);
  return fault === undefined ? [] : [fault];
}

/** What `network` holds under the ids of some documents. */
async function readCopies(
  couch: Couch,
  documents: readonly StoredDocument[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const copies = await couch.database(NETWORK_DATABASE).getMany(documents.map(({ _id }) => _id));
  return new Map(copies.map((copy) => [copy._id, copy]));
}

/** The copy in `network` when it is of this book's record, not of another activity's with the same id. */
function ownCopy(name: string, copy: StoredDocument | undefined): AnyRecord | undefined {
  if (copy === undefined) return undefined;
  const record = readStoredRecord(copy);
  return isOfBook(record.activityId, name) ? record : undefined;
}

/** Two copies under one revision must be the same text; another revision only means that the worker is behind. */
function compareCopies(document: StoredDocument, copy: StoredDocument | undefined): Difference[] {
  if (copy?._rev !== document._rev) return [];
  // Stored documents are JSON.
  const [found, expected] = [document, copy].map((stored) => digestOf(stored as unknown as JsonValue, hash));
  return expected === found ? [] : [{ path: 'stored', expected: expected ?? '', found: found ?? '' }];
}
