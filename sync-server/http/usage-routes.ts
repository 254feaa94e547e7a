import type { FastifyInstance } from 'fastify';
import { bookDatabase } from '../../shared/access/database-names.ts';
import { appError } from '../../shared/core/errors.ts';
import { mayReach } from '../accounts/describe-account.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/** `/api/usage/<activity>`: what an activity takes on the server, for its members and the support team. */
export function addUsageRoutes(app: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  app.get<{ Params: { activityId: string } }>('/api/usage/:activityId', async (request, reply) => {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    const { activityId } = request.params;
    if (!mayReach(caller.value.person, bookDatabase(activityId))) {
      return sendError(reply, appError('network.refused', 'this part of the database is not open'));
    }
    if (!admit(budget, caller.value, reply, WORK.request)) return reply;
    return reply.header('cache-control', 'no-store').send(await parts.usage.ofActivity(activityId));
  });
}
