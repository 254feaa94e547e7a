import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { mayReach } from '../accounts/describe-account.ts';
import { rolesOf } from '../accounts/passwords.ts';
import { readAllowedPath } from './allowed-paths.ts';
import { authenticate } from './authenticate.ts';
import { openCouchProxy } from './couch-proxy.ts';
import { sendError } from './error-reply.ts';
import { forgetForeignPosition } from './foreign-position.ts';
import type { FrontParts } from './front-parts.ts';
import { openRequestRegister } from './open-requests.ts';

const MOST_COUCH_BYTES = 16 * 1024 * 1024;
/** Below the connections that the database itself takes (`EmbeddedLimits.maxConnections`; `max` of CouchDB in the guide). */
const MOST_REQUESTS = { embedded: 1_800, couchdb: 15_000 };

/** `/couch/*`: the part of CouchDB that replication needs, in the name of the person who asks. */
export function addCouchRoutes(scope: FastifyInstance, parts: FrontParts): void {
  const proxy = openCouchProxy(
    parts.couchUrl,
    { mostBytes: MOST_COUCH_BYTES, mostRequests: MOST_REQUESTS[parts.couchKind] },
    refuse,
  );
  const register = openRequestRegister();
  parts.accounts.sessions.onEnd((session) => {
    register.cut(session);
    proxy.endSession(session);
  });
  scope.addHook('onClose', () => {
    proxy.close();
  });
  // Bodies are streamed as they come, gzip and all.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = (request.raw.url ?? '').slice('/couch'.length);
    const target = parts.couchKind === 'couchdb' ? forgetForeignPosition(asked) : asked;
    const [path = ''] = target.split('?');
    const caller = await authenticate(request, parts.accounts);
    if (!caller.ok) return sendError(reply, caller.error);
    const allowed = readAllowedPath(request.method, path);
    const { person, session } = caller.value;
    if (allowed === undefined || !mayReach(person, allowed.database)) {
      return sendError(reply, appError('network.refused', 'this part of the database is not open'));
    }
    if (Number(request.headers['content-length'] ?? 0) > MOST_COUCH_BYTES) {
      return sendError(reply, appError('file.tooLarge', 'the request is too large'));
    }
    const open = register.add(session.tokenHash);
    // The session may have ended since it was found, before there was anything to cut.
    if ((await parts.accounts.sessions.find(caller.value.token)) === undefined) {
      open.done();
      return sendError(reply, appError('session.expired', 'sign in again'));
    }
    reply.hijack();
    const token = parts.signingKey.signToken(person.account, rolesOf(person));
    parts.noteSeen(person, session.deviceId, false);
    const status = await proxy.forward({
      path: target,
      session: session.tokenHash,
      token,
      incoming: request.raw,
      outgoing: reply.raw,
      signal: open.signal,
    });
    open.done();
    // 202: a cluster has taken it on fewer nodes than it wants and repairs that by itself.
    if (allowed.isPush && (status === 201 || status === 202)) parts.noteSeen(person, session.deviceId, true);
    return undefined;
  };
  scope.route({
    method: ['GET', 'HEAD', 'POST', 'PUT'],
    url: '/couch/*',
    bodyLimit: MOST_COUCH_BYTES,
    handler: handle,
  });
}

function refuse(response: ServerResponse, status: number): void {
  const error =
    status === 413
      ? appError('file.tooLarge', 'the request is too large')
      : appError('network.offline', 'the database cannot be reached');
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    connection: 'close',
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  });
  response.end(JSON.stringify({ error }));
}
