import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { openKeyedLane } from '../lanes/keyed-lane.ts';
import { answerCouch } from './answer-couch.ts';
import { openCouchProxy } from './couch-proxy.ts';
import type { CouchFront } from './couch-request.ts';
import { MOST_OF_ACCOUNT } from './couch-request.ts';
import type { FrontParts } from './front-parts.ts';
import { openRequestRegister } from './open-requests.ts';
import { MOST_OF_SESSION } from './session-agents.ts';
import type { WorkBudget } from './work-budget.ts';

/** Below the connections that the database itself takes (`EmbeddedLimits.maxConnections`; `max` of CouchDB in the guide). */
const MOST_REQUESTS = { embedded: 1_800, couchdb: 15_000 };

/** Large bodies of a session that are read and parsed at once, and answers with documents of an account. */
const LARGE_BODIES_AT_ONCE = 2;
const LARGE_ANSWERS_AT_ONCE = 3;

/** `/couch/*`: the part of CouchDB that replication needs, in the name of the person who asks. */
export function addCouchRoutes(scope: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  const proxy = openCouchProxy(parts.couchUrl, MOST_REQUESTS[parts.couchKind], refuse);
  const register = openRequestRegister();
  const bodies = openKeyedLane(LARGE_BODIES_AT_ONCE, MOST_OF_SESSION);
  const answers = openKeyedLane(LARGE_ANSWERS_AT_ONCE, MOST_OF_ACCOUNT);
  const front: CouchFront = { parts, budget, proxy, register, bodies, answers };
  parts.accounts.sessions.onEnd((session) => {
    register.cut(session);
    proxy.endSession(session);
  });
  scope.addHook('onClose', () => {
    proxy.close();
  });
  // Bodies are read and judged by the policy, not by the framework.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });
  scope.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/couch/*',
    // The policy has a bound of its own, and closes the connection behind its refusal.
    bodyLimit: Number.MAX_SAFE_INTEGER,
    handler: (request, reply) => answerCouch(front, request, reply),
  });
}

function refuse(response: ServerResponse, status: number): void {
  const error =
    status === 503
      ? appError('network.busy', 'too many requests at once, wait a little')
      : appError('network.offline', 'the database cannot be reached');
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    connection: 'close',
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  });
  response.end(JSON.stringify({ error }));
}
