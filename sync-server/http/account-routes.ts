import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LONGEST_DEVICE_NAME } from '../../shared/access/own-device.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { Person } from '../accounts/account-store.ts';
import { describeAccount } from '../accounts/describe-account.ts';
import type { Device } from '../accounts/devices.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import { readJsonBody } from './read-json-body.ts';
import {
  clearSessionCookie,
  isAccountName,
  readDeviceCookie,
  setDeviceCookie,
  setSessionCookie,
} from './session-cookie.ts';
import { openSignInGate, tooEarly } from './sign-in-gate.ts';
import { openSlowDown } from './slow-down.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A text that a store keeps as it is: no control characters, no half ones. */
const isWhole = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);
/** Something to see, and nothing that turns around what stands beside it. */
const isVisible = (text: string): boolean => /[^\p{C}\p{Z}]/u.test(text) && !/[\u202a-\u202e\u2066-\u2069]/u.test(text);

export const deviceName = z.string().trim().min(1).max(LONGEST_DEVICE_NAME).refine(isWhole).refine(isVisible);
/** What is no id of ours is the id of no device. */
const deviceId = z
  .string()
  .regex(/^[0-9A-Z]{26}$/)
  .optional()
  .catch(undefined);
const accountName = z.string().max(60).refine(isWhole);
const signInBody = z.object({ account: accountName, password: z.string().max(200), deviceName, deviceId });
const enterDemoBody = z.object({ account: accountName, deviceName, deviceId });

/** Starts a session on a device and tells it about the account, unless its password changed meanwhile. */
export async function openSession(
  reply: FastifyReply,
  { accounts, describeInstance }: FrontParts,
  person: Person,
  device: Device,
  isStillRight: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<FastifyReply> {
  const token = await accounts.sessions.start(person.account, device.id);
  // Asked once the session is there: whoever changes the password ends what is there, or is seen here.
  if (!(await isStillRight())) {
    await accounts.sessions.end(token);
    return sendError(reply, appError('session.wrongPassword', 'wrong account or password'));
  }
  setSessionCookie(reply, person.account, token);
  return reply.header('cache-control', 'no-store').send(describeAccount(person, device, await describeInstance()));
}

/** Sign-in, sign-out and the demonstration's doors. */
export function addAccountRoutes(app: FastifyInstance, parts: FrontParts): void {
  const { accounts } = parts;
  const gate = openSignInGate();
  // Right passwords too: each makes a session, a new device a number for ever and a line in the trail.
  const signIns = openSlowDown({ free: 60, firstMs: 10_000, mostMs: 10 * 60_000, forgetMs: DAY_MS / 24 });
  const newDevices = openSlowDown({ free: 20, firstMs: 60_000, mostMs: 60 * 60_000, forgetMs: DAY_MS });

  app.post('/api/session', async (request, reply) => {
    const body = readJsonBody(signInBody, request.body);
    if (!body.ok) return sendError(reply, body.error);
    const { account, password, deviceName: name, deviceId: id } = body.value;
    const proof = readDeviceCookie(request, account);
    const known = proof === undefined ? undefined : await accounts.devices.findProved(account, proof);
    // Before the password is hashed: what a person may do too often costs the others nothing.
    const wait = signIns.wait(account);
    if (wait > 0) return sendError(reply, tooEarly(wait));
    const attempt = { account, address: request.ip, knownDeviceId: known?.id };
    const admitted = await gate.attempt(attempt, async (): Promise<Result<{ person: Person; mark: string }>> => {
      const found = isAccountName(account) ? await accounts.people.findPerson(account) : undefined;
      const outcome = await accounts.passwords.check(account, password, known !== undefined);
      if (!outcome.ok) return outcome;
      // One answer for "no such account" and "wrong password", so that accounts cannot be listed.
      return found === undefined
        ? fail(appError('session.wrongPassword', 'wrong account or password'))
        : ok({ person: found, mark: outcome.value });
    });
    if (!admitted.ok) return sendError(reply, admitted.error);
    signIns.fail(account);
    const { person, mark } = admitted.value;
    const device = await admitDevice(person, name, id);
    if (!device.ok) return sendError(reply, device.error);
    const isProved = proof !== undefined && known?.id === device.value.id;
    setDeviceCookie(reply, account, isProved ? proof : await accounts.devices.giveProof(device.value.id));
    return openSession(reply, parts, person, device.value, () => accounts.passwords.isCurrent(account, mark));
  });

  const admitDevice = async (person: Person, name: string, id: string | undefined): Promise<Result<Device>> => {
    const { account } = person;
    const known = id === undefined ? undefined : await accounts.devices.find(id);
    if (known?.account === account) return ok(known);
    const wait = newDevices.wait(account);
    if (wait > 0) return fail(tooEarly(wait));
    newDevices.fail(account);
    const device = await accounts.devices.findOrAdd(person, name);
    const details = { device: device.prefix, name: device.name };
    await accounts.audit.note({ kind: 'newDevice', actor: account, account, details });
    return ok(device);
  };

  app.get('/api/session', async (request, reply) => {
    const caller = await authenticate(request, accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    const device = await accounts.devices.find(caller.value.session.deviceId);
    if (device === undefined) return sendError(reply, appError('session.expired', 'sign in again'));
    const instance = await parts.describeInstance();
    return reply.header('cache-control', 'no-store').send(describeAccount(caller.value.person, device, instance));
  });

  app.delete('/api/session', async (request, reply) => {
    const caller = await authenticate(request, accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    await accounts.sessions.end(caller.value.token);
    clearSessionCookie(reply, caller.value.person.account);
    return reply.code(204).send();
  });

  app.get('/api/demo', async (_request, reply) => {
    if (!(await parts.describeInstance()).isDemo) return refuseDemo(reply);
    const activities = new Map(
      (await accounts.people.listActivities()).map(({ activityId, name }) => [activityId, name]),
    );
    const persons = (await accounts.people.listPersons()).map(({ account, displayName, role, activityId }) => ({
      account,
      displayName,
      role,
      activityName: activityId === null ? '' : (activities.get(activityId) ?? ''),
    }));
    return reply.header('cache-control', 'no-store').send({ persons });
  });

  app.post('/api/demo/enter', async (request: FastifyRequest, reply) => {
    if (!(await parts.describeInstance()).isDemo) return refuseDemo(reply);
    const body = readJsonBody(enterDemoBody, request.body);
    if (!body.ok) return sendError(reply, body.error);
    const { account, deviceName: name, deviceId: id } = body.value;
    const person = isAccountName(account) ? await accounts.people.findPerson(account) : undefined;
    if (person === undefined) return sendError(reply, appError('session.unknownAccount', 'no such person'));
    return openSession(reply, parts, person, await accounts.devices.findOrAdd(person, name, id));
  });
}

function refuseDemo(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: appError('network.refused', 'this server holds a real cooperative') });
}
