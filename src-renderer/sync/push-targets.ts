import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { CouchHttp } from './couch-http.ts';
import { readDocuments } from './pull-changes.ts';
import { fromWire } from './wire-record.ts';

/** Where the records of one collection are sent to: its own database, or the book each of them belongs to. */
export class PushTargets {
  readonly #of: (record: AnyRecord) => CouchHttp;

  constructor(of: (record: AnyRecord) => CouchHttp) {
    this.#of = of;
  }

  /** The records of each target, in the order given. */
  group<R extends AnyRecord>(records: readonly R[]): Map<CouchHttp, R[]> {
    const groups = new Map<CouchHttp, R[]>();
    for (const record of records) {
      const target = this.#of(record);
      groups.set(target, [...(groups.get(target) ?? []), record]);
    }
    return groups;
  }

  /** The server's state of records, from where they are sent to. Throws `SyncError`. */
  readonly read = async (records: readonly AnyRecord[]): Promise<readonly AnyRecord[]> => {
    const found: AnyRecord[] = [];
    for (const [target, group] of this.group(records)) {
      const ids = group.map(({ id }) => id);
      found.push(...(await readDocuments(target, ids)).map(fromWire));
    }
    return found;
  };
}
