import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { OwnDevice } from '../../shared/access/own-device.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Device } from '../accounts/devices.ts';
import { deviceName } from './account-routes.ts';
import type { Caller } from './authenticate.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import { readJsonBody } from './read-json-body.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

const MOST_SHOWN = 100;
const renameBody = z.object({ name: deviceName });

/** A person's own devices: which there are, naming one, and ending one or all others. */
export function addDeviceRoutes(app: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  const { devices, sessions, audit } = parts.accounts;

  app.get('/api/session/devices', async (request, reply) => {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (!admit(budget, caller.value, reply, WORK.request)) return reply;
    const own = await listOwn(caller.value);
    budget.charge(caller.value, own.length * WORK.rowRead);
    return reply.header('cache-control', 'no-store').send({ devices: own.slice(0, MOST_SHOWN) });
  });

  app.put<{ Params: { id: string } }>('/api/session/devices/:id', async (request, reply) => {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (!admit(budget, caller.value, reply, WORK.request)) return reply;
    const body = readJsonBody(renameBody, request.body);
    if (!body.ok) return sendError(reply, body.error);
    const device = await findOwn(caller.value, request.params.id);
    if (device === undefined) return sendError(reply, appError('record.notFound', 'no such device'));
    await devices.rename(device.id, body.value.name);
    budget.charge(caller.value, WORK.documentWritten);
    return reply.code(204).send();
  });

  app.delete<{ Params: { id: string } }>('/api/session/devices/:id', async (request, reply) => {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (!admit(budget, caller.value, reply, WORK.request)) return reply;
    const { account } = caller.value.person;
    const device = await findOwn(caller.value, request.params.id);
    if (device === undefined) return sendError(reply, appError('record.notFound', 'no such device'));
    const { id } = device;
    await devices.withdrawProofs(account, (each) => each.id === id);
    const ended = await sessions.endAll(account, ({ deviceId }) => deviceId === id);
    // Asking twice is no second line.
    if (ended > 0) await audit.note({ kind: 'endDevice', actor: account, account, details: describe(device, ended) });
    budget.charge(caller.value, ended * WORK.documentWritten);
    return reply.send({ ended });
  });

  app.delete('/api/session/devices', async (request, reply) => {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (!admit(budget, caller.value, reply, WORK.request)) return reply;
    const { person, session } = caller.value;
    const { account } = person;
    await devices.withdrawProofs(account, ({ id }) => id !== session.deviceId);
    const ended = await sessions.endAll(account, ({ tokenHash }) => tokenHash !== session.tokenHash);
    const details = { scope: 'others', sessions: ended };
    if (ended > 0) await audit.note({ kind: 'endDevice', actor: account, account, details });
    budget.charge(caller.value, ended * WORK.documentWritten);
    return reply.send({ ended });
  });

  /** The device of this id, when it is the caller's own. */
  async function findOwn({ person }: Caller, id: string): Promise<Device | undefined> {
    const device = /^[0-9A-Z]{26}$/.test(id) ? await devices.find(id) : undefined;
    return device?.account === person.account ? device : undefined;
  }

  async function listOwn({ person: { account }, session }: Caller): Promise<readonly OwnDevice[]> {
    const open = new Set((await sessions.list(account)).map(({ deviceId }) => deviceId));
    return (await devices.listOwn(account))
      .map(({ id, name, prefix, createdAt, lastSeenAt }) => ({
        id,
        name,
        prefix,
        createdAt,
        lastSeenAt,
        isThis: id === session.deviceId,
        isOpen: open.has(id),
      }))
      .sort((one, other) => Number(other.isThis) - Number(one.isThis) || (one.lastSeenAt < other.lastSeenAt ? 1 : -1));
  }
}

function describe({ prefix, name }: Device, sessions: number): Readonly<Record<string, string | number>> {
  return { device: prefix, name, sessions };
}
