import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { MOST_RECORD_BYTES } from '../../shared/sync/records-only.ts';
import { mayReach } from '../accounts/describe-account.ts';
import { openKeyedLane } from '../lanes/keyed-lane.ts';
import { rolesOf } from '../accounts/passwords.ts';
import { readAllowedPath } from './allowed-paths.ts';
import { authenticate, tellWhy } from './authenticate.ts';
import { openCouchProxy } from './couch-proxy.ts';
import { sendError } from './error-reply.ts';
import { forgetForeignPosition } from './foreign-position.ts';
import type { FrontParts } from './front-parts.ts';
import { openRequestRegister } from './open-requests.ts';
import { judgeQuery } from './request-policy/judge-query.ts';
import { judgeRequest } from './request-policy/judge-request.ts';
import { isLargeBody } from './request-policy/read-json-request.ts';
import { MOST_OF_SESSION } from './session-agents.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/** Below the connections that the database itself takes (`EmbeddedLimits.maxConnections`; `max` of CouchDB in the guide). */
const MOST_REQUESTS = { embedded: 1_800, couchdb: 15_000 };

/** Of all sessions of an account: nobody fills the places of everybody, however often they sign in. */
const MOST_OF_ACCOUNT = 64;
/** Large bodies of a session that are read and parsed at once, and answers with documents of an account. */
const LARGE_BODIES_AT_ONCE = 2;
const LARGE_ANSWERS_AT_ONCE = 3;

/** `/couch/*`: the part of CouchDB that replication needs, in the name of the person who asks. */
export function addCouchRoutes(scope: FastifyInstance, parts: FrontParts, budget: WorkBudget): void {
  const proxy = openCouchProxy(parts.couchUrl, MOST_REQUESTS[parts.couchKind], refuse);
  const register = openRequestRegister();
  const bodies = openKeyedLane(LARGE_BODIES_AT_ONCE, MOST_OF_SESSION);
  const answers = openKeyedLane(LARGE_ANSWERS_AT_ONCE, MOST_OF_ACCOUNT);
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

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = (request.raw.url ?? '').slice('/couch'.length);
    const target = parts.couchKind === 'couchdb' ? forgetForeignPosition(asked) : asked;
    const [path, search] = splitOnce(target);
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    const allowed = readAllowedPath(request.method, path);
    const { person, session } = caller.value;
    if (allowed === undefined || !mayReach(person, allowed.database)) {
      return sendError(reply, appError('network.refused', 'this part of the database is not open'));
    }
    if (!admit(budget, caller.value, reply, WORK.request)) return reply;
    const query = judgeQuery(request.method, allowed, search);
    if (!query.ok) return sendError(reply, query.error);
    const { rows, readsUnseen } = query.value;
    if (readsUnseen) {
      const bytes = await parts.usage.bytesOfRows(allowed.database, rows);
      budget.charge(caller.value, (bytes / 1024) * WORK.kilobyteRead);
    }
    // A body that is being read is kept in memory.
    const isFull =
      register.count(session.tokenHash) >= MOST_OF_SESSION || register.countOf(person.account) >= MOST_OF_ACCOUNT;
    if (isFull) {
      const busy = appError('network.busy', 'too many requests at once, wait a little');
      return sendError(reply.header('retry-after', '1').header('connection', 'close'), busy);
    }
    const open = register.add(session.tokenHash, person.account);
    // The session may have ended since it was found, before there was anything to cut.
    if ((await parts.accounts.sessions.find(caller.value.token)) === undefined) {
      open.done();
      const why = await tellWhy(parts.accounts, caller.value.token);
      return why.ok ? reply : sendError(reply, why.error);
    }
    let readBytes = 0;
    const judge = (): ReturnType<typeof judgeRequest> =>
      judgeRequest(allowed, request.raw, parts.ledger, (bytes) => {
        readBytes += bytes;
      });
    const judging = isLargeBody(request.raw) ? bodies.run(session.tokenHash, judge) : judge();
    const judged = await judging.catch((error: unknown) => {
      open.done();
      throw error;
    });
    if (judged === undefined) throw new Error('more requests of a session than it may have');
    const perKilobyte = judged.ok ? WORK.kilobyte : WORK.kilobyteRefused;
    budget.charge(caller.value, (readBytes / 1024) * perKilobyte);
    // What is left of a body that was not read is not waited for.
    if (!judged.ok) reply.header('connection', 'close');
    if (!judged.ok || judged.value?.rows !== undefined) {
      open.done();
      return judged.ok ? reply.code(201).send(judged.value?.rows) : sendError(reply, judged.error);
    }
    const { prepared, count = 0 } = judged.value ?? {};
    const isWrite = allowed.resource === '_bulk_docs';
    const isPush = isWrite && !allowed.database.startsWith('receipts-');
    // Records are validated, large ones for as long as they are large; parts of receipts are only looked at.
    const kilobytes = isPush ? Buffer.byteLength(prepared?.text ?? '') / 1024 : 0;
    const written = Math.max(count * WORK.documentWritten, kilobytes * WORK.kilobyteWritten);
    budget.charge(caller.value, isWrite ? written : (rows + count) * WORK.rowRead);
    const token = parts.signingKey.signToken(person.account, rolesOf(person));
    parts.noteSeen(person, session.deviceId, false);
    const forward = async (): Promise<number | undefined> => {
      // One that waited for its turn: the answers before it may have used up everything.
      if (!admit(budget, caller.value, reply, 0)) return undefined;
      const answeredBefore = request.raw.socket.bytesWritten;
      const documents = query.value.hasDocuments ? rows + count : 0;
      const settle = budget.reserve(caller.value, ((documents * MOST_RECORD_BYTES) / 1024) * WORK.kilobyte);
      reply.hijack();
      let bytesMade = 0;
      try {
        return await proxy.forward({
          path: query.value.target,
          session: session.tokenHash,
          token,
          incoming: request.raw,
          outgoing: reply.raw,
          signal: open.signal,
          prepared,
          noteBytes: (bytes) => {
            bytesMade += bytes;
          },
        });
      } finally {
        const bytesSent = request.raw.socket.bytesWritten - answeredBefore;
        // What was made is packed on its way, or not sent at all where the line is cut.
        settle(Math.max((bytesSent / 1024) * WORK.kilobyte, (bytesMade / 1024) * WORK.kilobyteRead));
      }
    };
    const status = await (query.value.hasDocuments ? answers.run(person.account, forward) : forward());
    open.done();
    // 202: a cluster has taken it on fewer nodes than it wants and repairs that by itself.
    if (isPush && (status === 201 || status === 202)) parts.noteSeen(person, session.deviceId, true);
    return reply;
  };
  scope.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/couch/*',
    // The policy has a bound of its own, and closes the connection behind its refusal.
    bodyLimit: Number.MAX_SAFE_INTEGER,
    handler: handle,
  });
}

function splitOnce(target: string): [string, string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
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
