import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDatabaseAdmin, isDatabaseMember } from '../auth/database-access.ts';
import { ANONYMOUS, isServerAdmin, type UserContext } from '../auth/user-context.ts';
import { USERS_DATABASE } from '../auth/user-document.ts';
import { CouchError, forbidden, notImplemented, unauthorized } from '../couch-error.ts';
import type { EmbeddedApp } from '../embedded-app.ts';
import { getDatabase, type DatabaseRow } from '../store/databases.ts';
import { STREAMED, type Exchange, type Reply } from './exchange.ts';
import type { DatabaseAccess, Route, RouteMatch, Router } from './router.ts';
import { sendReply, toErrorReply } from './send-reply.ts';
import { assertFramed, closeWhenUnread } from './body-framing.ts';
import { drainRequest } from './drain-request.ts';
import { splitRequestPath } from './split-path.ts';

/** From a raw request to its answer: who asks, which route, may they, handle, reply. */
export async function dispatch(
  app: EmbeddedApp,
  router: Router,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let reply: Reply | typeof STREAMED;
  closeWhenUnread(request, response);
  try {
    assertFramed(request, response);
    reply = await handle(app, router, request, response);
  } catch (error) {
    if (!(error instanceof CouchError)) app.log(`error ${request.method ?? ''}: ${describe(error)}`);
    // An answer that began cannot turn into a refusal: broken off, it is at least no whole one.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    reply = toErrorReply(error);
    const isEnding = response.hasHeader('Connection');
    if (!isEnding && !(await drainRequest(request))) response.setHeader('Connection', 'close');
  }
  if (reply !== STREAMED) await sendReply({ request, response, app }, reply);
}

async function handle(
  app: EmbeddedApp,
  router: Router,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Reply | typeof STREAMED> {
  const url = request.url ?? '/';
  if (url.length > app.limits.maxUrlLength) throw new CouchError(414, 'uri_too_long', 'The address is too long.');
  const [pathname, search] = splitOnce(url, '?');
  const segments = splitRequestPath(pathname);
  const method = request.method ?? 'GET';
  const match = router.find(method, segments);
  const { user, renewal } = await identify(app, request, match);
  if (renewal !== undefined) response.setHeader('Set-Cookie', renewal);
  const access = 'route' in match ? match.route.access : 'user';
  if (access !== 'public' && user.name === null) throw unauthorized('Authentication required.');
  if (!('route' in match)) throw match.allowed.length === 0 ? notImplemented() : methodNotAllowed(match.allowed);
  const query = new URLSearchParams(search);
  return run(match.route, { app, request, response, method, params: match.params, query, user });
}

/** A stale credential does not keep anybody from the public pages or from signing in again. */
async function identify(
  app: EmbeddedApp,
  request: IncomingMessage,
  match: RouteMatch | { allowed: string[] },
): Promise<{ user: UserContext; renewal: string | undefined }> {
  const isSignIn = 'route' in match && match.route.access === 'public' && match.route.method !== 'GET';
  if (isSignIn) return { user: ANONYMOUS, renewal: undefined };
  return app.authenticator.identify(request);
}

async function run(route: Route, exchange: Exchange): Promise<Reply | typeof STREAMED> {
  const { access } = route;
  if (access === 'public' || access === 'user') return route.handle(exchange);
  if (access === 'serverAdmin') {
    if (!isServerAdmin(exchange.user)) throw unauthorized('You are not a server admin.');
    return route.handle(exchange);
  }
  const database = getDatabase(exchange.app.sql, exchange.params['db'] ?? '');
  if (isForServerAdmin(database.name, exchange) && !isServerAdmin(exchange.user)) {
    throw unauthorized('You are not a server admin.');
  }
  assertDatabaseAccess(exchange.user, database, access);
  return route.handle({ ...exchange, database });
}

/** Where CouchDB asks for its administrator before it looks at the database: lists of the accounts. */
function isForServerAdmin(name: string, { request }: Exchange): boolean {
  if (name !== USERS_DATABASE) return false;
  const [path = ''] = (request.url ?? '').split('?');
  return /^\/_users\/_(all_docs|changes)$/.test(path);
}

function assertDatabaseAccess(user: UserContext, database: DatabaseRow, access: DatabaseAccess): void {
  if (!isDatabaseMember(user, database)) throw forbidden('You are not allowed to access this db.');
  if (access === 'databaseAdmin' && !isDatabaseAdmin(user, database)) {
    throw forbidden('You are not a db or server admin.');
  }
  if (access === 'databaseServerAdmin' && !isServerAdmin(user)) throw forbidden('You are not a server admin.');
}

function methodNotAllowed(allowed: readonly string[]): CouchError {
  return new CouchError(405, 'method_not_allowed', `Only ${allowed.join(',')} allowed`);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
