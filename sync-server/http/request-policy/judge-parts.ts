import { createHash } from 'node:crypto';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { CHUNK_ATTACHMENT, CHUNK_TYPE } from '../../../shared/receipts/receipt-chunks.ts';
import type { Room } from '../../quota/read-usage.ts';
import { readDocuments } from './judge-records.ts';
import type { BulkRow, JsonObject, JudgedBody } from './judged-body.ts';
import { isObject, notOurs, refuseRow } from './judged-body.ts';

/** The digests, as CouchDB writes them, of the parts that a database of receipts holds. */
export type ReadDigests = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * A push of parts of receipts, as PouchDB sends them (`new_edits: false`), made into ordinary first writes: the database
 * itself then sees to it that an id is written once, also when two servers take the same one at the same moment. A part that
 * is there already with the same bytes is a success; with other bytes its row is refused and nothing is replaced.
 * Errors: `network.refused`, `network.tooMuch`; what is no first revision of one part is refused in its row.
 */
export function judgeParts(body: unknown, room: Room, readDigests: ReadDigests): Result<JudgedBody> {
  const read = readDocuments(body, ['docs', 'new_edits']);
  if (!read.ok) return read;
  const { new_edits: newEdits = true } = body as JsonObject; // readDocuments saw that it is one
  if (typeof newEdits !== 'boolean') return fail(notOurs());
  const docs: JsonObject[] = [];
  const refused: BulkRow[] = [];
  const digests = new Map<string, string>();
  for (const document of read.value) {
    const { _id: id } = document;
    const data = readPart(document);
    if (typeof data !== 'string') refused.push(refuseRow(id, data));
    else if (room !== 'open')
      refused.push(refuseRow(id, appError('quota.reached', 'the server keeps no more receipts of it')));
    else {
      digests.set(id, `md5-${createHash('md5').update(data, 'base64').digest('base64')}`);
      docs.push({ _id: id, _attachments: { [CHUNK_ATTACHMENT]: { content_type: CHUNK_TYPE, data } } });
    }
  }
  const answer = async (rows: readonly BulkRow[]): Promise<readonly BulkRow[]> => {
    const known = rows.filter(({ error }) => error === 'conflict').map(({ id }) => id);
    const there = known.length === 0 ? new Map<string, string>() : await readDigests(known);
    const isSame = ({ id, error }: BulkRow): boolean => error === 'conflict' && there.get(id) === digests.get(id);
    const judged = rows
      .filter((row) => !isSame(row))
      .map((row) =>
        row.error === 'conflict'
          ? refuseRow(row.id, appError('receipt.altered', 'the server holds other bytes for this part'))
          : row,
      );
    // Who brings revisions of their own is told of errors alone.
    return [...(newEdits ? judged : judged.filter(({ error }) => error !== undefined)), ...refused];
  };
  return ok({ body: docs.length === 0 ? undefined : { docs }, count: docs.length, answer });
}

/** The bytes of a part in base64, or why it is none. */
function readPart({ _id, _rev: rev, _revisions: revisions, _attachments: attachments, ...rest }: JsonObject) {
  if ('_deleted' in rest) return appError('record.final', 'a part of a receipt is never deleted');
  if (Object.keys(rest).length > 0) return appError('record.invalid', 'a part of a receipt has no other members');
  if (!isFirst(rev, revisions)) return appError('record.final', 'a part of a receipt never changes');
  const part = isObject(attachments) && Object.keys(attachments).join() === CHUNK_ATTACHMENT ? attachments : {};
  const { [CHUNK_ATTACHMENT]: chunk } = part;
  const data = isObject(chunk) ? chunk['data'] : undefined;
  return typeof data === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(data)
    ? data
    : appError('record.invalid', 'a part of a receipt has one attachment');
}

/** Whether what is said of revisions names none before the first. */
function isFirst(rev: unknown, revisions: unknown): boolean {
  if (rev === undefined) return revisions === undefined;
  if (typeof rev !== 'string' || !rev.startsWith('1-')) return false;
  if (revisions === undefined) return true;
  if (!isObject(revisions) || revisions['start'] !== 1) return false;
  const ids = revisions['ids'];
  return Array.isArray(ids) && ids.length === 1 && rev === `1-${String(ids[0])}`;
}
