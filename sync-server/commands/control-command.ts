import { z } from 'zod';
import type { System } from '../system.ts';
import { enrolPerson } from './enrol-person.ts';
import { erasePerson, erasePersonBody } from './erase-person.ts';
import { provision } from './provision.ts';
import { revoke, revokeBody } from './revoke.ts';
import { rotateKeys } from './rotate-keys.ts';
import { readSystemStatus } from './system-status.ts';

const enrolBody = z.object({
  name: z.string(),
  activityId: z.string().optional(),
  newActivity: z.string().optional(),
  isSupport: z.boolean().optional(),
});

/** What a running server does for the commands: the same functions as on a folder nobody has open. */
export async function runControlCommand(system: System, command: string, body: unknown): Promise<unknown> {
  switch (command) {
    case 'status':
      return readSystemStatus(system);
    case 'database':
      return { url: system.couch.url };
    case 'verify':
      return { verified: await system.worker.verifyAll() };
    case 'erase-person':
      return erasePerson(system, erasePersonBody.parse(body));
    case 'provision':
      return provision(system);
    case 'revoke':
      return revoke(system, revokeBody.parse(body));
    case 'rotate-keys':
      return rotateKeys(system);
    case 'enrol': {
      const { name, activityId, newActivity, isSupport } = enrolBody.parse(body);
      return enrolPerson(system, {
        name,
        ...(activityId === undefined ? {} : { activityId }),
        ...(newActivity === undefined ? {} : { newActivity }),
        ...(isSupport === undefined ? {} : { isSupport }),
      });
    }
    default:
      return undefined;
  }
}
