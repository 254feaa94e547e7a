import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { JsonValue } from '../../shared/core/canonical-json.ts';
import { digestOf } from '../../shared/core/digest.ts';
import type { Clock } from '../../shared/core/ports.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { Couch } from '../couch/connect.ts';
import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { isJudged } from '../../shared/network/verification.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import type { Difference } from '../figures/difference.ts';
import { hash } from '../hash.ts';
import type { Judgement } from './judge-record.ts';
import { judgeMissing, judgeRecord } from './judge-record.ts';
import { readStoredRecord, readVerdicts, writeVerdicts } from './verdict-store.ts';

/** One line of a verification. */
export interface VerifiedRecord {
  readonly book: string;
  readonly recordId: string;
  readonly status: Judgement['status'];
  readonly differences: readonly Difference[];
}

/** Gives a verdict on every changed record whose figures left the device; false when there is none of them. */
export async function verifyChanged(
  book: CouchDatabase,
  documents: readonly StoredDocument[],
  clock: Clock,
  versions: readonly PayrollParameters[],
): Promise<boolean> {
  const records = documents.map(readStoredRecord).filter(isJudged);
  if (records.length === 0) return false;
  const verdicts = await readVerdicts(
    book,
    records.map(({ id }) => id),
  );
  const judged = records.map((record) => {
    const before = verdicts.get(record.id);
    return { record, before, judgement: judgeRecord(record, before?.body.recordDigest, hash, versions) };
  });
  await writeVerdicts(book, judged, clock);
  return true;
}

/**
 * Recomputes every pay and issued invoice of a book, and notices what no new revision tells: a stored record
 * that was altered underneath (by its first digest and by the copy in `network`), and one that is gone.
 */
export async function verifyBook(
  couch: Couch,
  name: string,
  clock: Clock,
  versions: readonly PayrollParameters[],
): Promise<readonly VerifiedRecord[]> {
  const book = couch.database(name);
  const documents = (
    await Promise.all(['salaryStatement:', 'abroadPay:', 'invoice:'].map((prefix) => book.list(prefix)))
  ).flat();
  const verdicts = new Map(
    (await book.list('verdict:'))
      .map((document) => readStoredRecord(document) as RecordOf<'verdict'>)
      .map((verdict) => [verdict.body.recordId, verdict]),
  );
  const copies = await couch.database(NETWORK_DATABASE).getMany(documents.map(({ _id }) => _id));
  const copyById = new Map(copies.map((copy) => [copy._id, copy]));
  const judged = documents.flatMap((document) => {
    const record = readStoredRecord(document);
    const before = verdicts.get(record.id);
    verdicts.delete(record.id);
    if (before === undefined && !isJudged(record)) return [];
    const judgement = judgeRecord(
      record,
      before?.body.recordDigest,
      hash,
      versions,
      compareCopies(document, copyById.get(record.id)),
    );
    return [{ record, before, judgement }];
  });
  const gone = [...verdicts.values()].map((before) => {
    const { recordId, recordDigest, ruleVersion } = before.body;
    const record = { id: recordId, activityId: before.activityId, date: before.date };
    return { record, before, judgement: judgeMissing(recordId, recordDigest, ruleVersion) };
  });
  const all = [...judged, ...gone];
  await writeVerdicts(book, all, clock);
  return all.map(({ record, judgement }) => ({
    book: name,
    recordId: record.id,
    status: judgement.status,
    differences: judgement.body.differences,
  }));
}

/** Two copies under one revision must be the same text; another revision only means that the worker is behind. */
function compareCopies(document: StoredDocument, copy: StoredDocument | undefined): Difference[] {
  if (copy?._rev !== document._rev) return [];
  // Stored documents are JSON.
  const [found, expected] = [document, copy].map((stored) => digestOf(stored as unknown as JsonValue, hash));
  return expected === found ? [] : [{ path: 'stored', expected: expected ?? '', found: found ?? '' }];
}
