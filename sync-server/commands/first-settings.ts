import { ulid } from 'ulid';
import { createRecord } from '../../shared/records/write-record.ts';
import type { KnownActivity } from '../accounts/account-store.ts';
import { toDocument } from '../couch/stored-record.ts';
import { SERVER_AUTHOR } from '../jobs/server-author.ts';
import type { System } from '../system/system.ts';

/** Settings to start from; the support team completes them. */
export function firstSettings(system: System, activity: KnownActivity, personName: string, account: string) {
  const today = system.clock().slice(0, 10);
  const words = personName.trim().split(/\s+/);
  const [firstName = '', ...others] = words;
  return toDocument(
    createRecord(
      { author: SERVER_AUTHOR, clock: system.clock, newId: ulid },
      {
        type: 'activitySettings',
        activityId: activity.activityId,
        date: today,
        status: 'active',
        body: {
          name: activity.name,
          code: activity.code,
          entrepreneur: {
            account,
            firstName: others.length === 0 ? '' : firstName,
            lastName: others.join(' ') || firstName,
          },
          region: '',
          country: 'FR',
          currency: 'EUR',
          openingBalanceCents: 0,
          openingDate: `${today.slice(0, 8)}01`,
          reserveTargetCents: 0,
          defaultVatRatePpm: 200_000,
          contract: { kind: 'cape', startDate: today, weeklyMinutes: 2100, isCadre: false },
          payroll: { mutuelleCents: 0, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
        },
      },
    ),
  );
}
