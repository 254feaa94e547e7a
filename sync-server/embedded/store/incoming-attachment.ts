import { badRequest } from '../couch-error.ts';
import { isJsonObject } from '../json.ts';
import { isStorableText } from './storable-text.ts';

/** `data` carries new content; without it the entry is a stub that names content the document has already. */
export interface IncomingAttachment {
  name: string;
  contentType: string;
  data: Buffer | undefined;
  digest: string | undefined;
  revpos: number | undefined;
}

export function parseIncomingAttachments(value: unknown): IncomingAttachment[] {
  if (value === undefined) return [];
  if (!isJsonObject(value)) throw badRequest('_attachments is not an object');
  return Object.entries(value).map(([name, entry]) => parseEntry(name, entry));
}

function parseEntry(name: string, entry: unknown): IncomingAttachment {
  if (!isJsonObject(entry)) throw badRequest('Attachment is not an object');
  assertAttachmentName(name);
  const contentType = entry['content_type'];
  const digest = entry['digest'];
  const revpos = entry['revpos'];
  return {
    name,
    contentType: cleanContentType(contentType),
    data: entry['stub'] === true ? undefined : decodeData(entry['data']),
    digest: typeof digest === 'string' ? digest : undefined,
    revpos: typeof revpos === 'number' && Number.isInteger(revpos) ? revpos : undefined,
  };
}

export function assertAttachmentName(name: string): void {
  if (name === '' || name.length > 1_024 || !isStorableText(name)) throw badRequest('Invalid attachment name');
  if (name.startsWith('_')) throw badRequest("Attachment name starts with prohibited character '_'");
}

/** The type becomes a response header later: anything that does not look like a media type is dropped. */
export function cleanContentType(value: unknown): string {
  const isPlausible = typeof value === 'string' && value.length < 256 && /^[\x20-\x7e]+$/.test(value);
  return isPlausible ? value : 'application/octet-stream';
}

function decodeData(data: unknown): Buffer {
  if (typeof data !== 'string') throw badRequest('Attachment data must be inline base64 or a stub');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(data) || data.replace(/=+$/, '').length % 4 === 1) {
    throw badRequest('Invalid attachment data');
  }
  return Buffer.from(data, 'base64');
}
