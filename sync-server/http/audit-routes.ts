import type { FastifyInstance } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { auditQuery, readAudit } from '../audit/read-audit.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';
import { readJsonBody } from './read-json-body.ts';

/** Who did what on the server, for the support team: fifty entries a page, newest first. */
export function addAuditRoutes(app: FastifyInstance, { accounts }: FrontParts, budget: WorkBudget): void {
  app.get('/api/audit', async (request, reply) => {
    const caller = await authenticate(request, accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    if (caller.value.person.role !== 'supportTeam') {
      return sendError(reply, appError('network.refused', 'only the support team may ask for this'));
    }
    if (!admit(budget, caller.value, reply, WORK.summary)) return reply;
    const query = readJsonBody(auditQuery, request.query);
    if (!query.ok) return sendError(reply, query.error);
    return reply.header('cache-control', 'no-store').send(await readAudit(accounts.audit, query.value));
  });
}
