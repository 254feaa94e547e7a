import { addressOf } from '../auth/authenticator.ts';
import { badRequest } from '../couch-error.ts';
import { okReply, type Exchange, type Reply } from '../http/exchange.ts';
import { readBody } from '../http/read-body.ts';
import type { Route } from '../http/router.ts';
import { isJsonObject } from '../json.ts';

export const sessionRoutes: Route[] = [
  { method: 'GET', path: '/_session', access: 'public', handle: showSession },
  { method: 'POST', path: '/_session', access: 'public', handle: signIn },
  {
    method: 'DELETE',
    path: '/_session',
    access: 'public',
    handle: ({ app }) => ({
      status: 200,
      json: { ok: true },
      headers: { 'Set-Cookie': app.authenticator.cookies.clear() },
    }),
  },
];

function showSession({ user }: Exchange): Reply {
  return okReply({
    ok: true,
    userCtx: { name: user.name, roles: user.roles },
    info: {
      authentication_handlers: ['cookie', 'jwt', 'default'],
      ...(user.handler === undefined ? {} : { authenticated: user.handler }),
    },
  });
}

async function signIn(exchange: Exchange): Promise<Reply> {
  const { app, request } = exchange;
  const { name, password } = await readCredentials(exchange);
  const account = await app.authenticator.checkPassword(name, password, addressOf(request));
  return {
    status: 200,
    json: { ok: true, name: account.name, roles: account.roles },
    headers: { 'Set-Cookie': app.authenticator.cookies.issue(account, Date.now()) },
  };
}

async function readCredentials(exchange: Exchange): Promise<{ name: string; password: string }> {
  const text = (await readBody(exchange)).toString('utf8');
  const contentType = exchange.request.headers['content-type'] ?? '';
  const fields = /^application\/json\b/i.test(contentType)
    ? parseJson(text)
    : Object.fromEntries(new URLSearchParams(text));
  const name = fields['name'] ?? fields['username'];
  const password = fields['password'];
  if (typeof name !== 'string' || typeof password !== 'string') {
    throw badRequest('request body must contain a username and a password');
  }
  return { name, password };
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // Same refusal as for JSON that is not an object.
  }
  throw badRequest('invalid UTF-8 JSON');
}
