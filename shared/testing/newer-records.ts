import type { AnyRecord } from '../records/envelope.ts';
import type { WriteContext } from '../records/write-record.ts';
import { sampleEntry } from './sample-records.ts';

/** A record of a type that only a later Sillon will have: it may well be money that this one does not count. */
export function makeOfUnknownType(context: WriteContext, activityId = 'A1'): AnyRecord {
  const { id, ...entry } = sampleEntry(context, { date: '2026-03-02', amountCents: 100 });
  const body = { owedCents: -40_000, currency: 'EUR', lines: [{ words: 'Avoir', parts: [1, 2] }] };
  const name = id.slice(id.indexOf(':') + 1);
  return { ...entry, id: `laterNote:${name}`, type: 'laterNote', activityId, status: 'announced', body };
}

/** An entry as a later Sillon writes it: another schema version, and members that this one does not know. */
export function makeOfNewerSchema(context: WriteContext, activityId = 'A1'): AnyRecord {
  const entry = sampleEntry(context, { date: '2026-03-02', amountCents: 100 });
  return { ...entry, activityId, schemaVersion: 2, body: { ...entry.body, sides: [1, { colour: 'blue' }] } };
}
