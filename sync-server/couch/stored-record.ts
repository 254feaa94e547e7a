import { DEVICE_MEMBER, withoutDeviceMember } from '../../shared/records/device-member.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';

/** The record in a CouchDB document: `_id` and `_rev` become `id` and `rev`, CouchDB's other members fall away,
 * and those that only a device has. */
export function toRecordValue(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const key of Object.keys(document)) {
    if (!key.startsWith('_') && key !== DEVICE_MEMBER) value[key] = document[key];
  }
  value['id'] = document['_id'];
  value['rev'] = document['_rev'] ?? '';
  return value;
}

/** The document that keeps a record. `rev` empty means a new document. */
export function toDocument(
  record: AnyRecord,
): { readonly _id: string; readonly _rev?: string } & Readonly<Record<string, unknown>> {
  const { id, rev, ...members } = withoutDeviceMember(record);
  return rev === '' ? { _id: id, ...members } : { _id: id, _rev: rev, ...members };
}
