import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { isMonth } from '../../shared/time/month.ts';
import { mayReach } from '../accounts/describe-account.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/**
 * What a device checks its copy of a database against: `/api/check/<database>` gives one line a month,
 * `/api/check/<database>/<month>` the records of one month with their newest edits.
 */
export function addCheckRoutes(app: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  app.get<{ Params: { database: string; month?: string } }>('/api/check/:database', (request, reply) =>
    answer(request, reply, parts.fingerprints.months),
  );
  app.get<{ Params: { database: string; month: string } }>('/api/check/:database/:month', (request, reply) => {
    const { month } = request.params;
    if (!isMonth(month)) return sendError(reply, appError('period.invalid', `${month.slice(0, 20)} is not a month`));
    return answer(request, reply, (database, noteBytes) => parts.fingerprints.month(database, month, noteBytes));
  });

  async function answer(
    request: FastifyRequest<{ Params: { database: string } }>,
    reply: FastifyReply,
    read: (database: string, noteBytes: (count: number) => void) => Promise<readonly unknown[] | undefined>,
  ): Promise<unknown> {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    const { database } = request.params;
    if (!mayReach(caller.value.person, database)) {
      return sendError(reply, appError('network.refused', 'this part of the database is not open'));
    }
    if (!admit(budget, caller.value, reply, WORK.summary)) return reply;
    const lines = await read(database, (bytes) => {
      budget.charge(caller.value, (bytes / 1024) * WORK.kilobyteRead);
    });
    if (lines === undefined) {
      const busy = appError('network.busy', 'too many requests at once, wait a little');
      return sendError(reply.header('retry-after', '1'), busy);
    }
    budget.charge(caller.value, lines.length * WORK.rowRead);
    return reply.header('cache-control', 'no-store').send(lines);
  }
}
