import { withoutDeviceMember } from '../../shared/records/device-member.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';

/** A record as CouchDB holds it: `_id` and `_rev` stand for `id` and `rev`. */
export type WireRecord = Omit<AnyRecord, 'id' | 'rev'> & {
  readonly _id: string;
  readonly _rev?: string;
  readonly _deleted?: boolean;
};

/** A record as RxDB's replication passes it. */
export type ReplicatedRecord = AnyRecord & { readonly _deleted: boolean };

/** The generation of a revision: 3 for `3-abc`, 0 for none. */
export function generation(rev: string | undefined): number {
  return rev === undefined || rev === '' ? 0 : Number.parseInt(rev, 10);
}

/** From the server: without CouchDB's own members, and without what only a device may say of a record. */
export function fromWire(wire: WireRecord): ReplicatedRecord {
  const copy: Record<string, unknown> = { ...withoutDeviceMember(wire) };
  for (const key of Object.keys(copy)) if (key.startsWith('_')) Reflect.deleteProperty(copy, key);
  // The wire form is a record apart from the members just renamed; it is checked after the pull.
  return {
    ...copy,
    id: wire._id,
    rev: wire._rev ?? '',
    _deleted: wire._deleted === true,
  } as unknown as ReplicatedRecord;
}

/** To the server: without what only this device knows. */
export function toWire(record: ReplicatedRecord, knownRev: string | undefined): WireRecord {
  const { id, rev, _deleted, ...rest } = withoutDeviceMember(record);
  const newest = generation(knownRev) > generation(rev) ? knownRev : rev;
  return newest === undefined || newest === '' ? { _id: id, ...rest } : { _id: id, _rev: newest, ...rest };
}
