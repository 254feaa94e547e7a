import type { FastifyInstance } from 'fastify';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/** The key with which the devices of the account that asks seal its backups. */
export function addBackupKeyRoutes(app: FastifyInstance, { accounts }: FrontParts, budget: WorkBudget): void {
  app.get('/api/session/backup-key', async (request, reply) => {
    const caller = await authenticate(request, accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (!admit(budget, caller.value, reply, WORK.request)) return reply;
    return reply.header('cache-control', 'no-store').send(await accounts.backupKeys.keyOf(caller.value.person.account));
  });
}
