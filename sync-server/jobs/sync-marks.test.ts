import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../shared/record-rules/check-content.ts';
import { openAccounts } from '../accounts/accounts.ts';
import type { Person } from '../accounts/account-store.ts';
import { provisionServer } from '../rules/provision.ts';
import { toRecordValue } from '../couch/stored-record.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { openSyncMarks } from './sync-marks.ts';

const PERSON: Person = {
  account: 'ada.fall',
  displayName: 'Ada Fall',
  role: 'member',
  activityId: '01HK153X0173FHWT6W4MS9X6BE',
};

describe('sync marks', () => {
  let server: TestCouch;
  let now = '2026-03-01T08:00:00.000Z';
  beforeAll(async () => {
    server = await startTestCouch();
    await provisionServer(server.couch);
  });
  afterAll(() => server.close());

  it('note a device when it comes, then every five minutes or after a push', async () => {
    const clock = () => now;
    const { devices } = openAccounts(server.couch, clock);
    const device = await devices.findOrAdd(PERSON, 'portable');
    const marks = openSyncMarks(server.couch, devices, clock, (line) => {
      throw new Error(line);
    });
    const seenAt = async (at: string, isPush: boolean): Promise<unknown> => {
      now = at;
      marks.noteSeen(PERSON, device.id, isPush);
      await marks.flush();
      const mark = await server.couch.database('network').get(`syncMark:${PERSON.activityId ?? ''}`);
      expect(checkContent(toRecordValue(mark ?? {})).ok).toBe(true);
      return (mark?.['body'] as { lastSeenAt: string }).lastSeenAt;
    };
    expect(await seenAt('2026-03-01T08:00:00.000Z', false)).toBe('2026-03-01T08:00:00.000Z');
    expect(await seenAt('2026-03-01T08:04:00.000Z', false)).toBe('2026-03-01T08:00:00.000Z');
    expect(await seenAt('2026-03-01T08:04:30.000Z', true)).toBe('2026-03-01T08:04:30.000Z');
    expect(await seenAt('2026-03-01T08:10:00.000Z', false)).toBe('2026-03-01T08:10:00.000Z');
    expect((await devices.find(device.id))?.lastSeenAt).toBe('2026-03-01T08:10:00.000Z');
  });
});
