import type { AppError, ErrorCode } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { DeviceFacts } from '../data/device-facts.ts';
import type { DeviceFact } from '../data/collection-schema.ts';
import type { Refusal } from './push-records.ts';

const KIND = 'refused';

/** A record the server refused, as kept on this device. */
export interface RefusedRecord {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly error: AppError;
  readonly record: AnyRecord;
}

/** Keeps a refused record with the server's reason until it is accepted or mended. */
export async function keepRefusal(facts: DeviceFacts, at: string, { record, reason }: Refusal): Promise<void> {
  const { _deleted, isPending, ...kept } = record;
  await facts.put({ id: `${KIND}:${record.id}`, kind: KIND, at, body: { reason, record: kept } });
}

/** The server accepted it after all. */
export async function forgetRefusal(facts: DeviceFacts, recordId: string): Promise<void> {
  if ((await facts.get(`${KIND}:${recordId}`)) !== undefined) await facts.remove(`${KIND}:${recordId}`);
}

/** Follows the refused records of this account, in every window. */
export function watchRefusals(facts: DeviceFacts, listener: (refused: RefusedRecord[]) => void): () => void {
  return facts.watch(KIND, (found) => {
    listener(found.map(toRefused));
  });
}

function toRefused(fact: DeviceFact): RefusedRecord {
  const record = fact.body['record'] as AnyRecord; // written by keepRefusal only
  const reason = typeof fact.body['reason'] === 'string' ? fact.body['reason'] : '';
  return { id: record.id, at: fact.at, type: record.type, error: toError(reason), record };
}

/** The server's reasons start with one of our error codes: `record.final: …`. */
function toError(reason: string): AppError {
  const match = /^([a-z]+\.[A-Za-z]+):\s*(.*)$/s.exec(reason);
  return match ? appError(match[1] as ErrorCode, match[2] ?? '') : appError('network.refused', reason);
}
