import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import type { WriteContext } from '../../../shared/records/write-record.ts';
import { createRecord, reviseRecord } from '../../../shared/records/write-record.ts';
import type { DumpedRecord, SoakWrite } from './soak-contract.ts';

/** Entries of the soak carry this in their label, so that they are told from those of the demonstration. */
const MARK = 'essai';

export function newEntry(context: WriteContext, activityId: string, label: string): RecordOf<'ledgerEntry'> {
  return createRecord(context, {
    type: 'ledgerEntry',
    activityId,
    date: context.clock().slice(0, 10),
    status: 'active',
    body: {
      label: `${MARK} ${label}`,
      category: 'sale',
      amountCents: 1_200,
      currency: 'EUR',
      vatRatePpm: 0,
      vatCents: 0,
    },
  });
}

/** The entry with one field typed anew. */
export function editEntry(
  context: WriteContext,
  before: RecordOf<'ledgerEntry'>,
  field: 'label' | 'note',
  text: string,
): RecordOf<'ledgerEntry'> {
  const value = field === 'label' ? `${MARK} ${text}` : text;
  return reviseRecord(context, before, { body: { ...before.body, [field]: value } });
}

export function isSoakEntry(record: AnyRecord): record is RecordOf<'ledgerEntry'> {
  const { label } = record.body;
  return record.type === 'ledgerEntry' && record.status === 'active' && String(label).startsWith(MARK);
}

export function toWrite(before: AnyRecord | undefined, after: RecordOf<'ledgerEntry'>): SoakWrite {
  const { label, note = '' } = after.body;
  return { id: after.id, edit: after.edits[0] ?? '', ancestors: before?.edits ?? [], label, note };
}

export function toDumped({ id, type, status, edits, body }: AnyRecord): DumpedRecord {
  return { id, type, status, edits: [...edits], text: JSON.stringify(body) };
}

/** A connection of the bad line may still be cut while the judge reads. */
export async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}
