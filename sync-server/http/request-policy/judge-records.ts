import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { MOST_PUSHED, MOST_RECORD_BYTES } from '../../../shared/sync/records-only.ts';
import type { Room } from '../../quota/read-usage.ts';
import { isRecordId } from './judge-keys.ts';
import type { BulkRow, JsonObject, JudgedBody } from './judged-body.ts';
import { isObject, notOurs, refuseRow } from './judged-body.ts';

/** Members of CouchDB's that a record may have; `_revisions` is none: a device never says what came before. */
const OPEN_MEMBERS = ['_id', '_rev', '_deleted'];

/** The documents of a push, whoever it is for. Errors: `network.refused`, `network.tooMuch`. */
export function readDocuments(
  body: unknown,
  members: readonly string[],
): Result<readonly (JsonObject & { _id: string })[]> {
  if (!isObject(body) || !Object.keys(body).every((name) => members.includes(name))) return fail(notOurs());
  const docs = body['docs'];
  if (!Array.isArray(docs)) return fail(notOurs());
  if (docs.length > MOST_PUSHED) {
    return fail(appError('network.tooMuch', 'too many documents at once', { most: MOST_PUSHED }));
  }
  return docs.every(isDocument) ? ok(docs) : fail(notOurs());
}

/**
 * A push of records. Revisions are made by the database alone: with `new_edits: false` a second beginning of a record would
 * stand beside the first, and no rule sees what it replaces (docs/decisions/0015). `room`: what the book still takes.
 * Errors: `network.refused`, `network.tooMuch`; a single record with more than its own members, one that is too large or one more than the book takes is
 * refused in its row and stays on the device.
 */
export function judgeRecords(body: unknown, room: Room): Result<JudgedBody> {
  const read = readDocuments(body, ['docs', 'new_edits']);
  if (!read.ok) return read;
  const { new_edits: newEdits = true } = body as JsonObject; // readDocuments saw that it is one
  if (newEdits !== true) return fail(appError('network.refused', 'only the server sends revisions'));
  const docs: JsonObject[] = [];
  const refused: BulkRow[] = [];
  for (const document of read.value) {
    const { _id: id, _rev: rev } = document;
    if (rev !== undefined && (typeof rev !== 'string' || rev.length > 100)) return fail(notOurs());
    const foreign = Object.keys(document).find((name) => name.startsWith('_') && !OPEN_MEMBERS.includes(name));
    if (foreign !== undefined) {
      refused.push(refuseRow(id, appError('record.invalid', `record is not valid at ${foreign.slice(0, 40)}`)));
    } else if (Buffer.byteLength(JSON.stringify(document)) > MOST_RECORD_BYTES) {
      refused.push(refuseRow(id, appError('record.tooLarge', 'a record has 256 kB at most')));
    } else if (room === 'none' || (room === 'changes' && rev === undefined)) {
      refused.push(refuseRow(id, appError('quota.reached', 'the book holds all that the server keeps of one')));
    } else docs.push(document);
  }
  return ok({
    body: docs.length === 0 ? undefined : { docs },
    count: docs.length,
    ...(refused.length > 0 && { answer: (rows: readonly BulkRow[]) => Promise.resolve([...rows, ...refused]) }),
  });
}

function isDocument(value: unknown): value is JsonObject & { _id: string } {
  return isObject(value) && isRecordId(value['_id']);
}
