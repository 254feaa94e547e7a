import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { DatabaseAway } from '../couch/database-outage.ts';
import { addAccountRoutes } from './account-routes.ts';
import { addBackupKeyRoutes } from './backup-key-routes.ts';
import { addCheckRoutes } from './check-routes.ts';
import { addAuditRoutes } from './audit-routes.ts';
import { openClientErrors } from './client-error.ts';
import { addControlRoutes } from './control-routes.ts';
import { addCouchRoutes } from './couch-routes.ts';
import { addDeviceRoutes } from './device-routes.ts';
import { addEnrolmentRoutes } from './enrolment-routes.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';
import { isOwnOrigin, makeHostCheck } from './host-check.ts';
import { findFramingFault } from './request-framing.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { addServerRoutes } from './server-routes.ts';
import { addStaticRoutes } from './static-routes.ts';
import { addTotalsRoutes } from './totals-routes.ts';
import { addUsageRoutes } from './usage-routes.ts';

const MOST_API_BYTES = 64 * 1024;
/** Said here although some are Node's defaults: what reads requests from strangers does not change with a version. */
const HTTP_LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 20_000,
  insecureHTTPParser: false,
  requireHostHeader: true,
};
/** From the first byte of a request to its last; an answer may take longer. */
const REQUEST_TIMEOUT_MS = 120_000;

/** Builds the one origin that devices see: web application, API and the way to CouchDB. It does not listen yet. */
export function buildFront(parts: FrontParts): FastifyInstance {
  const clientErrors = openClientErrors();
  const app = fastify({
    logger: false,
    bodyLimit: MOST_API_BYTES,
    forceCloseConnections: true,
    http: HTTP_LIMITS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    clientErrorHandler: clientErrors.handle,
    // Behind a public name there is a proxy on this machine that tells the client's address.
    trustProxy: parts.hostRules.publicHost === undefined ? false : 'loopback',
  });
  const isOurHost = makeHostCheck(parts.hostRules);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    clientErrors.noteRequest(request.raw.socket);
    const fault = findFramingFault(request.raw);
    if (fault !== undefined) {
      reply.header('connection', 'close');
      await sendError(reply, appError('record.invalid', fault));
      return;
    }
    const { host, origin } = request.headers;
    const isForeign =
      !isOurHost(host) || !isOwnOrigin(origin, host) || request.headers['sec-fetch-site'] === 'cross-site';
    // Navigation from another site may open the application; it may not call it.
    const isNavigation = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
    if (isForeign && !(isNavigation && isOurHost(host))) {
      await sendError(reply, appError('network.refused', 'this address is not served here'));
    }
  });
  app.setErrorHandler((error, _request, reply) => {
    const status = readStatus(error);
    if (status === 413) return sendError(reply, appError('file.tooLarge', 'the request is too large'));
    if (status < 500) return sendError(reply, appError('record.invalid', 'the request is not valid'));
    if (!(error instanceof DatabaseAway)) parts.log(`error: ${error instanceof Error ? error.message : 'unknown'}`);
    return sendError(reply, appError('network.serverError', 'the server failed'));
  });
  app.setNotFoundHandler((_request, reply) => sendError(reply, appError('record.notFound', 'nothing is here')));
  const { budget } = parts;
  addAccountRoutes(app, parts);
  addEnrolmentRoutes(app, parts);
  addDeviceRoutes(app, parts, budget);
  addBackupKeyRoutes(app, parts, budget);
  addAuditRoutes(app, parts, budget);
  addServerRoutes(app, parts, budget);
  addCheckRoutes(app, parts, budget);
  addTotalsRoutes(app, parts, budget);
  addUsageRoutes(app, parts, budget);
  addControlRoutes(app, parts);
  addStaticRoutes(app, parts.webRoot);
  app.register((scope, _options, done) => {
    addCouchRoutes(scope, parts, budget);
    done();
  });
  return app;
}

function readStatus(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  // nano's failures carry CouchDB's status, which says nothing about the client's request.
  if (!('code' in error) || typeof error.code !== 'string' || !error.code.startsWith('FST_')) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}
