import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts, VerificationSummary } from './front-parts.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/** What the server tells of itself: what it is, which books are late; and recomputation on demand. */
export function addServerRoutes(app: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  app.get('/api/status', async (_request, reply) => {
    const { isDemo } = await parts.describeInstance();
    return reply.header('cache-control', 'no-store').send({ name: 'Sillon', version: parts.version, isDemo });
  });

  let underWay: Promise<VerificationSummary> | undefined;
  app.post('/api/verify', async (request, reply) => {
    if (!(await isAdmitted(request, reply, WORK.recomputation))) return reply;
    // Several people asking at once share one pass over the books.
    underWay ??= parts.verifyAll().finally(() => {
      underWay = undefined;
    });
    const { checked, verified, mismatches, notVerifiable } = await underWay;
    return reply.send({ checked, verified, mismatches, notVerifiable });
  });

  app.get('/api/behind', async (request, reply) => {
    if (!(await isAdmitted(request, reply, WORK.request))) return reply;
    return reply.header('cache-control', 'no-store').send(parts.behind());
  });

  /** Whether somebody of the support team asks who may use so much; answered already when not. */
  async function isAdmitted(request: FastifyRequest, reply: FastifyReply, work: number): Promise<boolean> {
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) void sendError(reply, caller.error);
    else if (caller.value.person.role !== 'supportTeam') {
      void sendError(reply, appError('network.refused', 'only the support team may ask for this'));
    } else return admit(budget, caller.value, reply, work);
    return false;
  }
}
