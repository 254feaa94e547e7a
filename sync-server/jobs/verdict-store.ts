import { ulid } from 'ulid';
import type { Clock } from '../../shared/core/ports.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { VerdictBody } from '../../shared/records/verdict.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { toDocument, toRecordValue } from '../couch/stored-record.ts';
import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import type { Judgement } from './judge-record.ts';
import { SERVER_AUTHOR } from './server-author.ts';

/** What a verdict is about, when the record itself is gone. */
export interface JudgedRecord {
  readonly id: string;
  readonly activityId: string;
  readonly date: string;
}

/** The id of the verdict on a record. */
export function verdictId(recordId: string): string {
  return `verdict:${recordId.slice(recordId.indexOf(':') + 1)}`;
}

/** The record in a stored document; it was checked when it was written. */
export function readStoredRecord(document: StoredDocument): AnyRecord {
  return toRecordValue(document) as unknown as AnyRecord;
}

/** The verdicts on some records, by the record's id. */
export async function readVerdicts(
  book: CouchDatabase,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, RecordOf<'verdict'>>> {
  const documents = await book.getMany(recordIds.map(verdictId));
  const verdicts = documents.map((document) => readStoredRecord(document) as RecordOf<'verdict'>);
  return new Map(verdicts.map((verdict) => [verdict.body.recordId, verdict]));
}

/** Writes the judgements that say something new; a verdict that stands already keeps its revision. */
export async function writeVerdicts(
  book: CouchDatabase,
  judged: readonly {
    readonly record: JudgedRecord;
    readonly judgement: Judgement;
    readonly before: RecordOf<'verdict'> | undefined;
  }[],
  clock: Clock,
): Promise<void> {
  const context = { author: SERVER_AUTHOR, clock, newId: ulid };
  const documents = judged.flatMap(({ record, judgement, before }) => {
    const { status } = judgement;
    const body: VerdictBody = {
      ...judgement.body,
      differences: judgement.body.differences.map((one) => ({ ...one })),
      checkedAt: clock(),
    };
    if (before === undefined) {
      const { id, activityId, date } = record;
      return [
        toDocument(createRecord(context, { type: 'verdict', id: verdictId(id), activityId, date, status, body })),
      ];
    }
    const { checkedAt: _earlier, ...said } = before.body;
    const isSame = before.status === status && JSON.stringify(sort(said)) === JSON.stringify(sort(judgement.body));
    return isSame ? [] : [toDocument(reviseRecord(context, before, { status, body }))];
  });
  if (documents.length === 0) return;
  const rows = await book.writeAll(documents, true);
  // A conflict means that another worker gave its verdict on the same state just now.
  const refused = rows.find(({ error }) => error !== undefined && error !== 'conflict');
  if (refused !== undefined) throw new Error(`verdict ${refused.id}: ${refused.reason ?? refused.error ?? ''}`);
}

function sort(value: object): [string, unknown][] {
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}
