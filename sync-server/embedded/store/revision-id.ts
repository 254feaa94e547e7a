import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { TermWriter } from './erlang-term.ts';
import { generationOf, hashOf } from './revision-tree.ts';

export interface RevisionAttachment {
  name: string;
  contentType: string;
  /** `md5-…` in base64, as CouchDB shows it. */
  digest: string;
}

/** The next revision, the same one CouchDB would give: equal edits on two servers do not conflict. */
export function nextRevision(
  parent: string | undefined,
  body: JsonObject,
  isDeleted: boolean,
  attachments: readonly RevisionAttachment[],
): string {
  const parentGeneration = parent === undefined ? 0 : generationOf(parent);
  const writer = new TermWriter();
  writer.writeList(5, () => {
    writer.writeJson(isDeleted);
    writer.writeJson(parentGeneration);
    if (parent === undefined) writer.writeJson(0);
    else writer.writeBinary(rawHash(hashOf(parent)));
    writer.writeJson(body);
    writer.writeList(attachments.length, () => {
      for (const attachment of attachments) writeAttachment(writer, attachment);
    });
  });
  return `${parentGeneration + 1}-${createHash('md5').update(writer.bytes).digest('hex')}`;
}

function writeAttachment(writer: TermWriter, { name, contentType, digest }: RevisionAttachment): void {
  writer.writeTupleHead(3);
  writer.writeJson(name);
  writer.writeJson(contentType);
  writer.writeBinary(Buffer.from(digest.replace(/^md5-/, ''), 'base64'));
}

/** CouchDB keeps a hash of 32 hexadecimal digits as 16 bytes and any other as its text. */
function rawHash(hash: string): Buffer {
  return /^[0-9a-f]{32}$/i.test(hash) ? Buffer.from(hash, 'hex') : Buffer.from(hash, 'utf8');
}
