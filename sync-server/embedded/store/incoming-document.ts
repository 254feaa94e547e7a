import { badRequest, CouchError, documentTooLarge, illegalDocId } from '../couch-error.ts';
import { isJsonObject, isStringList, type JsonObject } from '../json.ts';
import { parseIncomingAttachments, type IncomingAttachment } from './incoming-attachment.ts';
import { isStorableText } from './storable-text.ts';

/** A document as a client sends it, checked for form. */
export interface IncomingDocument {
  id: string;
  /** Known revisions, newest first: the edited one for an edit, the whole history for a replicated write. */
  history: string[];
  isDeleted: boolean;
  /** Members that do not start with an underscore. */
  body: JsonObject;
  bodyText: string;
  attachments: IncomingAttachment[];
}

const KNOWN_MEMBERS = new Set([
  '_id',
  '_rev',
  '_deleted',
  '_attachments',
  '_revisions',
  '_revs_info',
  '_conflicts',
  '_deleted_conflicts',
  '_local_seq',
]);

const docValidation = (reason: string): CouchError => new CouchError(400, 'doc_validation', reason);

export function parseIncomingDocument(value: unknown, id: string, maxBytes: number): IncomingDocument {
  if (!isJsonObject(value)) throw badRequest('Document must be a JSON object');
  assertDocumentId(id);
  const members: [string, unknown][] = [];
  for (const entry of Object.entries(value)) {
    if (!entry[0].startsWith('_')) members.push(entry);
    else if (!KNOWN_MEMBERS.has(entry[0])) throw docValidation(`Bad special document member: ${entry[0]}`);
  }
  // fromEntries defines a member called __proto__ instead of changing the prototype.
  const body: JsonObject = Object.fromEntries(members);
  const bodyText = JSON.stringify(body);
  if (Buffer.byteLength(bodyText) > maxBytes) throw documentTooLarge(id);
  return {
    id,
    history: readHistory(value),
    isDeleted: value['_deleted'] === true,
    body,
    bodyText,
    attachments: parseIncomingAttachments(value['_attachments']),
  };
}

export function assertDocumentId(id: string): void {
  if (id === '') throw illegalDocId('Document id must not be empty');
  if (!isStorableText(id)) throw illegalDocId('Document id must be well-formed text');
  if (Buffer.byteLength(id) > 2_048) throw illegalDocId('Document id is too long');
  if (id === '_design/' || id === '_local/') throw illegalDocId('Illegal document id');
  if (id.startsWith('_') && !id.startsWith('_design/') && !id.startsWith('_local/')) {
    throw illegalDocId('Only reserved document ids may start with underscore.');
  }
}

export function assertRevision(rev: string): string {
  if (!/^[1-9]\d{0,8}-[!#-[\]-~]{1,64}$/.test(rev)) throw badRequest('Invalid rev format');
  return rev;
}

function readHistory(value: JsonObject): string[] {
  const revisions = value['_revisions'];
  const rev = value['_rev'];
  if (revisions !== undefined) {
    if (!isJsonObject(revisions)) throw docValidation('_revisions is not an object');
    const start = revisions['start'];
    const ids = revisions['ids'];
    if (typeof start !== 'number' || !Number.isInteger(start))
      throw docValidation("_revisions.start isn't an integer.");
    if (!isStringList(ids) || ids.length > start) throw docValidation("_revisions.ids isn't an array of revisions.");
    return ids.map((hash, index) => assertRevision(`${start - index}-${hash}`));
  }
  if (rev === undefined || rev === null || rev === '') return [];
  if (typeof rev !== 'string') throw badRequest('Invalid rev format');
  return [assertRevision(rev)];
}
