import type { OwnDevice } from '../../shared/access/own-device.ts';
import { isOwnDevices } from '../../shared/access/own-device.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { askServer, unexpectedAnswer } from './api.ts';

/** The account's devices as the server knows them, this one first. Errors: those of the network. */
export async function listDevices(account: string): Promise<Result<readonly OwnDevice[]>> {
  const answer = await askServer('GET', 'session/devices', undefined, account);
  if (!answer.ok) return answer;
  return isOwnDevices(answer.value) ? ok(answer.value.devices) : fail(unexpectedAnswer());
}

/** Gives a device another name. Errors: those of the network, `record.invalid`. */
export function renameDevice(account: string, id: string, name: string): Promise<Result<unknown>> {
  return askServer('PUT', `session/devices/${encodeURIComponent(id)}`, { name }, account);
}

/** Ends the sessions of one device, or of all but this one. Errors: those of the network. */
export function endDevices(account: string, which: OwnDevice | 'others'): Promise<Result<unknown>> {
  const path = which === 'others' ? 'session/devices' : `session/devices/${encodeURIComponent(which.id)}`;
  return askServer('DELETE', path, undefined, account);
}
