import { auditQuery, readAudit } from '../audit/read-audit.ts';
import { commandActor } from '../audit/operator.ts';
import type { System } from '../system/system.ts';
import { enrolBody, enrolPerson } from './enrol-person.ts';
import { erasePerson, erasePersonBody } from './erase-person.ts';
import { provision } from './provision.ts';
import { revoke, revokeBody } from './revoke.ts';
import { rotateKeys } from './rotate-keys.ts';
import { readSystemStatus } from './system-status.ts';

/**
 * What a running server does for the commands: the same functions as on a folder nobody has open. `operator` is who typed
 * the command; what changes something is noted in the trail.
 */
export async function runControlCommand(
  system: System,
  command: string,
  body: unknown,
  operator: string,
): Promise<unknown> {
  const { audit } = system.accounts;
  const actor = commandActor(operator);
  switch (command) {
    case 'status':
      return readSystemStatus(system);
    case 'database':
      return { url: system.couch.url };
    case 'verify':
      return { verified: await system.worker.verifyAll() };
    case 'audit':
      return readAudit(audit, auditQuery.parse(body));
    case 'erase-person':
      return erasePerson(system, erasePersonBody.parse(body), actor);
    case 'provision': {
      const answer = await provision(system);
      await audit.note({ kind: 'provision', actor, details: { activities: answer.activities } });
      return answer;
    }
    case 'revoke':
      return revoke(system, revokeBody.parse(body), actor);
    case 'rotate-keys': {
      const answer = await rotateKeys(system);
      await audit.note({ kind: 'rotateKeys', actor });
      return answer;
    }
    case 'enrol':
      return enrolPerson(system, enrolBody.parse(body), actor);
    default:
      return undefined;
  }
}
