import { ulid } from 'ulid';
import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Clock } from '../../shared/core/ports.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import type { Person } from '../accounts/account-store.ts';
import type { Devices } from '../accounts/devices.ts';
import type { Couch } from '../couch/connect.ts';
import { couchStatus } from '../couch/couch-request.ts';
import { DatabaseAway } from '../couch/database-outage.ts';
import { toDocument } from '../couch/stored-record.ts';
import { SERVER_AUTHOR } from './server-author.ts';
import { readStoredRecord } from './verdict-store.ts';

const EVERY_MS = 5 * 60_000;
/** A burst of pushes makes one mark. */
const AFTER_PUSH_MS = 2_000;

/** Notes when the devices of each activity were heard of, for the coordinator's table. */
export interface SyncMarks {
  readonly noteSeen: (person: Person, deviceId: string, isPush: boolean) => void;
  /** Writes what still waits. */
  readonly flush: () => Promise<void>;
}

export function openSyncMarks(couch: Couch, devices: Devices, clock: Clock, log: (line: string) => void): SyncMarks {
  const markedAtMs = new Map<string, number>();
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; readonly write: () => Promise<void> }>();

  const write = async (person: Person, deviceId: string): Promise<void> => {
    try {
      await devices.markSeen(deviceId, clock());
      if (person.activityId !== null) await writeMark(couch, person.activityId, person.account, clock);
    } catch (error) {
      if (error instanceof DatabaseAway) return;
      log(`a sync mark was not written: ${error instanceof Error ? error.message : 'unknown failure'}`);
    }
  };
  return {
    noteSeen: (person, deviceId, isPush) => {
      const nowMs = Date.parse(clock());
      const isDue = nowMs - (markedAtMs.get(deviceId) ?? 0) >= EVERY_MS;
      if ((!isDue && !isPush) || waiting.has(deviceId)) return;
      markedAtMs.set(deviceId, nowMs);
      const run = async (): Promise<void> => {
        waiting.delete(deviceId);
        await write(person, deviceId);
      };
      const timer = setTimeout(() => void run(), isDue ? 0 : AFTER_PUSH_MS);
      waiting.set(deviceId, { timer, write: run });
    },
    flush: async () => {
      for (const { timer, write: run } of [...waiting.values()]) {
        clearTimeout(timer);
        await run();
      }
    },
  };
}

async function writeMark(couch: Couch, activityId: string, account: string, clock: Clock): Promise<void> {
  const network = couch.database(NETWORK_DATABASE);
  const lastSeenAt = clock();
  const day = lastSeenAt.slice(0, 10);
  const body = { account, lastSeenAt, day };
  const id = `syncMark:${activityId}`;
  const context = { author: SERVER_AUTHOR, clock, newId: ulid };
  const stored = await network.get(id);
  const record =
    stored === undefined
      ? createRecord(context, { type: 'syncMark', id, activityId, date: day, status: 'active', body })
      : reviseRecord(context, readStoredRecord(stored) as RecordOf<'syncMark'>, { date: day, body });
  try {
    await network.put(toDocument(record));
  } catch (error) {
    // Another device of the same activity was faster by a moment.
    if (couchStatus(error) !== 409) throw error;
  }
}
