import { ulid } from 'ulid';
import { digestOf } from '../../shared/core/digest.ts';
import type { Clock } from '../../shared/core/ports.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { VerdictBody } from '../../shared/records/verdict.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { toDocument, toRecordValue } from '../couch/stored-record.ts';
import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { hash } from '../data-folder/hash.ts';
import type { Judgement } from './judge-record.ts';
import { SERVER_AUTHOR } from './server-author.ts';

/** What a verdict is about, when the record itself is gone. */
export interface JudgedRecord {
  readonly id: string;
  readonly activityId: string;
  readonly date: string;
}

/** What stands in the places of the verdict on a record. */
export interface FoundVerdict {
  readonly verdict: RecordOf<'verdict'> | undefined;
  /** Another record whose verdict stands in one of them: then nothing is overwritten and the record is a mismatch. */
  readonly heldBy: string | undefined;
  /** Where a first verdict goes: a place that nothing holds. */
  readonly freeId: string;
}

/** Ids of records are no longer than this. */
const LONGEST_ID = 48;

/** The id of the verdict on a record: the record's own with its type, or a digest of it where that is too long. */
export function verdictId(recordId: string): string {
  const id = `verdict:${recordId.replace(':', '-')}`;
  return id.length <= LONGEST_ID ? id : spareId(recordId);
}

/** A digest has no hyphen, so it is never what {@link verdictId} makes of another record. */
function spareId(recordId: string): string {
  return `verdict:${digestOf(recordId, hash).slice(0, LONGEST_ID - 'verdict:'.length)}`;
}

/** The record in a stored document; it was checked when it was written. */
export function readStoredRecord(document: StoredDocument): AnyRecord {
  return toRecordValue(document) as unknown as AnyRecord;
}

/** Every id under which a verdict on a record may stand: the last without the record's type, as Sillon named them once. */
function placesOf(recordId: string): string[] {
  return [verdictId(recordId), spareId(recordId), `verdict:${recordId.slice(recordId.indexOf(':') + 1)}`];
}

/** The verdict on a record among all of a book, by their ids. */
export function findVerdict(byId: ReadonlyMap<string, RecordOf<'verdict'>>, recordId: string): FoundVerdict {
  const places = placesOf(recordId);
  const found = places.map((id) => byId.get(id));
  const isOwn = (verdict: RecordOf<'verdict'> | undefined): boolean => verdict?.body.recordId === recordId;
  const other = found.find((verdict) => verdict !== undefined && !isOwn(verdict));
  const freeId = places.find((id) => !byId.has(id)) ?? verdictId(recordId);
  return { verdict: found.find(isOwn), heldBy: other?.body.recordId, freeId };
}

/** The verdicts of a book by their own ids, for {@link findVerdict}; only those on some records when these are named. */
export async function readVerdicts(
  book: CouchDatabase,
  recordIds?: readonly string[],
): Promise<ReadonlyMap<string, RecordOf<'verdict'>>> {
  const documents =
    recordIds === undefined
      ? await book.list('verdict:')
      : await book.getMany([...new Set(recordIds.flatMap(placesOf))]);
  return new Map(documents.map((document) => [document._id, readStoredRecord(document) as RecordOf<'verdict'>]));
}

/** A judgement to be written. */
export interface GivenVerdict {
  readonly record: JudgedRecord;
  readonly judgement: Judgement;
  readonly before: FoundVerdict;
}

/**
 * Writes the judgements that say something new; a verdict that stands already keeps its revision. False when another
 * worker wrote one of them meanwhile, perhaps from an older state of the book: then they must be given again.
 */
export async function writeVerdicts(
  book: CouchDatabase,
  given: readonly GivenVerdict[],
  clock: Clock,
): Promise<boolean> {
  const context = { author: SERVER_AUTHOR, clock, newId: ulid };
  const documents = given.flatMap(({ record, judgement, before: { verdict, freeId: id } }) => {
    const { status } = judgement;
    const { differences, figures, ...rest } = judgement.body;
    const body: VerdictBody = {
      ...rest,
      differences: differences.map((one) => ({ ...one })),
      ...(figures && { figures: { ...figures } }),
      checkedAt: clock(),
    };
    if (verdict === undefined) {
      const { activityId, date } = record;
      return [toDocument(createRecord(context, { type: 'verdict', id, activityId, date, status, body }))];
    }
    const { checkedAt: _earlier, ...said } = verdict.body;
    const isSame = verdict.status === status && toText(said) === toText(judgement.body);
    return isSame ? [] : [toDocument(reviseRecord(context, verdict, { status, body }))];
  });
  if (documents.length === 0) return true;
  const rows = await book.writeAll(documents, true);
  const refused = rows.find(({ error }) => error !== undefined && error !== 'conflict');
  if (refused !== undefined) throw new Error(`verdict ${refused.id}: ${refused.reason ?? refused.error ?? ''}`);
  return rows.every(({ error }) => error === undefined);
}

function toText(said: object): string {
  return JSON.stringify(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)));
}
