import { cutText } from '../../../shared/core/cut-text.ts';
import type { AppError } from '../../../shared/core/errors.ts';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { findExcess } from '../../../shared/records/record-bounds.ts';
import { MOST_PUSHED, MOST_RECORD_BYTES } from '../../../shared/sync/records-only.ts';
import type { Room } from '../../quota/read-usage.ts';
import { isRecordId } from './judge-keys.ts';
import type { BulkRow, JsonObject, JudgedBody } from './judged-body.ts';
import { isObject, notOurs, refuseRow } from './judged-body.ts';

/** As both kinds of server make them. */
const REVISION = /^[1-9]\d{0,8}-[0-9a-f]{32}$/;

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
    const foreign = findForeign(document);
    if (foreign !== undefined) {
      refused.push(refuseRow(id, invalidAt(foreign)));
    } else if (Buffer.byteLength(JSON.stringify(document)) > MOST_RECORD_BYTES) {
      refused.push(refuseRow(id, appError('record.tooLarge', 'a record has 256 kB at most')));
    } else if (room === 'none' || (room === 'changes' && rev === undefined)) {
      refused.push(refuseRow(id, appError('quota.reached', 'the book holds all that the server keeps of one')));
    } else {
      // What CouchDB's own reader of JSON would not take costs the whole batch there.
      const excess = findExcess(document, true);
      if (excess === undefined) docs.push(document);
      else refused.push(refuseRow(id, invalidAt(excess)));
    }
  }
  return ok({
    body: docs.length === 0 ? undefined : { docs },
    count: docs.length,
    ...(refused.length > 0 && { answer: (rows: readonly BulkRow[]) => Promise.resolve([...rows, ...refused]) }),
  });
}

/** A member that the database would read as its own and take otherwise than it was meant, or refuse with all beside it. */
function findForeign(document: JsonObject): string | undefined {
  return Object.entries(document).find(([name, value]) => {
    if (name === '_rev') return typeof value !== 'string' || !REVISION.test(value);
    if (name === '_deleted') return value !== true;
    return name.startsWith('_') && name !== '_id';
  })?.[0];
}

function invalidAt(path: string): AppError {
  return appError('record.invalid', `record is not valid at ${cutText(path, 100)}`);
}

function isDocument(value: unknown): value is JsonObject & { _id: string } {
  return isObject(value) && isRecordId(value['_id']);
}
