import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { CouchHttp } from './couch-http.ts';
import { readDocuments } from './pull-changes.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { fromWire } from './wire-record.ts';

/** One request asks for at most so many records. */
const ASKED_AT_ONCE = 100;
/** A record the server refused stays marked; it is not asked for again and again. */
const MOST_ASKS = 3;

/**
 * Finds what the server has of records that this device still marks as waiting. A pull that was under way during their push
 * may have brought them before the answer to the push came; RxDB passes over them then, and the feed never brings them again.
 */
export class OvertakenRecords {
  readonly #seen = new Map<string, number>();
  readonly #patience: number;

  /** `patience`: how often a record may be seen waiting before it is asked for. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** The server's state of those of `waiting` that it accepted. Call it with what waits while nothing is being pushed. */
  async find(http: CouchHttp, waiting: readonly AnyRecord[]): Promise<ReplicatedRecord[]> {
    const asked = new Map<string, AnyRecord>();
    for (const record of waiting) {
      if (asked.size === ASKED_AT_ONCE) break;
      const [edit = ''] = record.edits;
      const times = (this.#seen.get(edit) ?? 0) + 1;
      if (times > this.#patience && times <= this.#patience + MOST_ASKS) asked.set(record.id, record);
      this.#seen.set(edit, times);
    }
    const found = (await readDocuments(http, [...asked.keys()])).map(fromWire);
    return found.filter((server) => server.edits.includes(asked.get(server.id)?.edits[0] ?? ''));
  }
}
