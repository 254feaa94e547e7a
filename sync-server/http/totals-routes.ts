import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/**
 * Totals of the network for the support team, from the database's own views: `/api/totals` gives the years,
 * `/api/totals/<year>` every activity's totals by type, `/api/totals/<year>/<activity>` one activity's by type and month.
 */
export function addTotalsRoutes(app: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  const { totals } = parts;
  app.get('/api/totals', (request, reply) => answer(request, reply, totals.years));
  app.get<{ Params: { year: string } }>('/api/totals/:year', (request, reply) =>
    answer(request, reply, () => totals.ofYear(request.params.year)),
  );
  app.get<{ Params: { year: string; activityId: string } }>('/api/totals/:year/:activityId', (request, reply) =>
    answer(request, reply, () => totals.ofActivity(request.params.year, request.params.activityId)),
  );

  async function answer(request: FastifyRequest, reply: FastifyReply, read: () => Promise<unknown>): Promise<unknown> {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (caller.value.person.role !== 'supportTeam') {
      return sendError(reply, appError('network.refused', 'only the support team may ask for this'));
    }
    if (!admit(budget, caller.value, reply, WORK.summary)) return reply;
    return reply.header('cache-control', 'no-store').send(await read());
  }
}
