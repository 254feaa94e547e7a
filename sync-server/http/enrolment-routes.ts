import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { Person } from '../accounts/account-store.ts';
import type { Device } from '../accounts/devices.ts';
import { openHashLane } from '../lanes/hash-lane.ts';
import type { KeyedLane } from '../lanes/keyed-lane.ts';
import { openKeyedLane } from '../lanes/keyed-lane.ts';
import { deviceName, openSession } from './account-routes.ts';
import { addressKey } from './address-key.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import { readJsonBody } from './read-json-body.ts';
import { setDeviceCookie } from './session-cookie.ts';
import { tooEarly } from './sign-in-gate.ts';
import { openSlowDown } from './slow-down.ts';

const redeemBody = z.object({
  code: z.string().max(40),
  password: z.string().max(200),
  deviceName,
  /** Made up by the device and kept until it has joined, so that it may ask again when the answer was lost. */
  attempt: z
    .string()
    .regex(/^[\w-]{22,64}$/)
    .optional(),
});

/** Joining with a code from the support team. */
export function addEnrolmentRoutes(app: FastifyInstance, parts: FrontParts): void {
  const { accounts } = parts;
  // One after the other: an attempt that comes twice must not end the session that its own repetition just began.
  const lane = openHashLane(1, 64);
  // Whoever repeats an attempt all the time waits for themself: the places are those of people who join.
  const ofAccounts = openKeyedLane(1, 4);
  // A village may share one address, and 60 bits are not guessed: slower after ten, never locked.
  const byAddress = openSlowDown({ free: 10, firstMs: 1_000, mostMs: 15_000, forgetMs: 15 * 60_000 });

  app.post('/api/enrolments/redeem', async (request, reply) => {
    const body = readJsonBody(redeemBody, request.body);
    if (!body.ok) return sendError(reply, body.error);
    const address = addressKey(request.ip);
    const wait = byAddress.wait(address);
    if (wait > 0) return sendError(reply, tooEarly(wait));
    const joined = await redeem(parts, (account, work) => ofAccounts.run(account, () => lane.run(work)), body.value);
    if (!joined.ok) {
      if (joined.error.code === 'enrolment.unknownCode') byAddress.fail(address);
      return sendError(reply, joined.error);
    }
    const { person, device } = joined.value;
    setDeviceCookie(reply, person.account, await accounts.devices.giveProof(device.id));
    return openSession(reply, parts, person, device);
  });
}

async function redeem(
  { accounts }: FrontParts,
  inTurn: KeyedLane['run'],
  { code, password, deviceName: name, attempt }: z.infer<typeof redeemBody>,
): Promise<Result<{ readonly person: Person; readonly device: Device }>> {
  // The password is judged first, so that a weak one does not use the code up.
  const fit = accounts.passwords.judge(password);
  if (!fit.ok) return fit;
  const redeemed = await accounts.enrolments.redeem(code, attempt, async (deviceId) => {
    // Once it was heard of with its session, the device has what it needs; its next password comes with a new code.
    const device = await accounts.devices.find(deviceId);
    return device !== undefined && device.lastSeenAt !== device.createdAt;
  });
  if (!redeemed.ok) return redeemed;
  const { account, deviceId, isRepeated } = redeemed.value;
  const person = await accounts.people.findPerson(account);
  if (person === undefined) return fail(appError('enrolment.unknownCode', 'unknown enrolment code'));
  const device = await inTurn(account, async () => {
    const hadPassword = await accounts.passwords.set(person, password);
    // Whoever knew the old password is out: every session before this one ends, open requests are cut.
    const sessions = await accounts.sessions.endAll(account);
    await accounts.devices.withdrawProofs(account);
    const settled = await accounts.devices.settle(person, name, deviceId);
    const kind = hadPassword && !isRepeated ? 'newPassword' : 'join';
    const details = { device: settled.prefix, name: settled.name, ...(kind === 'newPassword' && { sessions }) };
    const entry = { kind, actor: account, account, details } as const;
    await accounts.audit.noteOnce(entry, settled.createdAt, deviceId.slice(10));
    return settled;
  });
  return device === undefined ? fail(tooEarly(2)) : ok({ person, device });
}
