import { CHUNK_ATTACHMENT } from '../../../shared/receipts/receipt-chunks.ts';
import type { Couch } from '../../couch/connect.ts';
import type { UsageReader } from '../../quota/read-usage.ts';
import { isObject } from './judged-body.ts';
import type { Ledger } from './judge-request.ts';

/** What the front looks up, read in the server's own name. */
export function openLedger(couch: Couch, usage: UsageReader): Ledger {
  return {
    roomIn: usage.roomIn,
    readDigests: (database) => async (ids) => {
      const found = new Map<string, string>();
      for (const { _id: id, _attachments: attachments } of await couch.database(database).getMany(ids)) {
        const part = isObject(attachments) ? attachments[CHUNK_ATTACHMENT] : undefined;
        if (isObject(part) && typeof part['digest'] === 'string') found.set(id, part['digest']);
      }
      return found;
    },
  };
}
