import type { FastifyInstance } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts, VerificationSummary } from './front-parts.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/** What the server tells of itself, and recomputation on demand. */
export function addServerRoutes(app: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  app.get('/api/status', async (_request, reply) => {
    const { isDemo } = await parts.describeInstance();
    return reply.header('cache-control', 'no-store').send({ name: 'Sillon', version: parts.version, isDemo });
  });

  let underWay: Promise<VerificationSummary> | undefined;
  app.post('/api/verify', async (request, reply) => {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (caller.value.person.role !== 'supportTeam') {
      return sendError(reply, appError('network.refused', 'only the support team may ask for this'));
    }
    if (!admit(budget, caller.value, reply, WORK.recomputation)) return reply;
    // Several people asking at once share one pass over the books.
    underWay ??= parts.verifyAll().finally(() => {
      underWay = undefined;
    });
    const { checked, verified, mismatches } = await underWay;
    return reply.send({ checked, verified, mismatches });
  });
}
