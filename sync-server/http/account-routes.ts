import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import type { Person } from '../accounts/account-store.ts';
import { describeAccount } from '../accounts/describe-account.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import { limitAttempts } from './attempt-limit.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import { readJsonBody } from './read-json-body.ts';
import { clearSessionCookie, isAccountName, setSessionCookie } from './session-cookie.ts';

const deviceName = z.string().trim().min(1).max(80);
const deviceId = z.string().max(40).optional();
const signInBody = z.object({ account: z.string().max(60), password: z.string().max(200), deviceName, deviceId });
const redeemBody = z.object({ code: z.string().max(40), password: z.string().max(200), deviceName });
const enterDemoBody = z.object({ account: z.string().max(60), deviceName, deviceId });

const MINUTES_MS = 60_000;

/** Enrolment, sign-in, sign-out and the demonstration's doors. */
export function addAccountRoutes(app: FastifyInstance, parts: FrontParts): void {
  const { accounts } = parts;
  const byAccount = limitAttempts(5, 5 * MINUTES_MS);
  const byAddress = limitAttempts(30, 5 * MINUTES_MS);

  const open = async (reply: FastifyReply, person: Person, name: string, id?: string): Promise<FastifyReply> => {
    const device = await accounts.devices.findOrAdd(person, name, id);
    const token = await accounts.sessions.start(person.account, device.id);
    setSessionCookie(reply, person.account, token);
    return reply
      .header('cache-control', 'no-store')
      .send(describeAccount(person, device, await parts.describeInstance()));
  };

  app.post('/api/session', async (request, reply) => {
    const body = readJsonBody(signInBody, request.body);
    if (!body.ok) return sendError(reply, body.error);
    const { account, password } = body.value;
    const keys = [[byAccount, `${request.ip} ${account}`] as const, [byAddress, request.ip] as const];
    return guard(keys, reply, async () => {
      const person = isAccountName(account) ? await accounts.people.findPerson(account) : undefined;
      const outcome = await accounts.passwords.check(account, password);
      if (!outcome.ok) return outcome.error;
      // One answer for "no such account" and "wrong password", so that accounts cannot be listed.
      if (person === undefined) return appError('session.wrongPassword', 'wrong account or password');
      await open(reply, person, body.value.deviceName, body.value.deviceId);
      return undefined;
    });
  });

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

  const enrolmentsByAddress = limitAttempts(10, 15 * MINUTES_MS);
  app.post('/api/enrolments/redeem', async (request, reply) => {
    const body = readJsonBody(redeemBody, request.body);
    if (!body.ok) return sendError(reply, body.error);
    const { code, password, deviceName: name } = body.value;
    return guard([[enrolmentsByAddress, request.ip]], reply, async () => {
      const person = await redeem(parts, code, password);
      if (!person.ok) return person.error;
      await open(reply, person.value, name);
      return undefined;
    });
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
    return open(reply, person, name, id);
  });
}

/**
 * Runs one attempt unless a key of it is locked. An error of it counts against every key and is sent; a success, which has
 * sent its own answer, forgives the first key.
 */
async function guard(
  limits: readonly (readonly [AttemptLimit, string])[],
  reply: FastifyReply,
  attempt: () => Promise<AppError | undefined>,
): Promise<FastifyReply> {
  if (limits.some(([limit, key]) => limit.isLocked(key))) {
    return sendError(reply, appError('session.locked', 'too many attempts, wait a few minutes'));
  }
  const error = await attempt();
  if (error === undefined) {
    for (const [limit, key] of limits.slice(0, 1)) limit.succeed(key);
    return reply;
  }
  // A password that is too short is a matter of choosing, not of guessing.
  if (error.code !== 'session.weakPassword') for (const [limit, key] of limits) limit.fail(key);
  return sendError(reply, error);
}

async function redeem({ accounts }: FrontParts, code: string, password: string): Promise<Result<Person>> {
  // The password is judged first, so that a weak one does not use the code up.
  const fit = accounts.passwords.judge(password);
  if (!fit.ok) return fit;
  const account = await accounts.enrolments.redeem(code);
  if (!account.ok) return account;
  const person = await accounts.people.findPerson(account.value);
  if (person === undefined) return { ok: false, error: appError('enrolment.unknownCode', 'unknown enrolment code') };
  await accounts.passwords.set(person, password);
  return { ok: true, value: person };
}

function refuseDemo(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: appError('network.refused', 'this server holds a real cooperative') });
}
