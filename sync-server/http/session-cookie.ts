import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_DAYS } from '../accounts/sessions.ts';

/** The longest that browsers keep a cookie; each sign-in begins it anew. */
const DEVICE_DAYS = 400;
/** Accounts are plain enough to stand in the name of a cookie. */
const ACCOUNT = /^[a-z0-9][a-z0-9.-]{0,59}$/;

export function isAccountName(text: unknown): text is string {
  return typeof text === 'string' && ACCOUNT.test(text);
}

/**
 * The account a request speaks for and its token. The header is required: a page of another origin cannot send it, so the
 * cookie alone never acts.
 */
export function readSessionCookie(
  request: FastifyRequest,
): { readonly account: string; readonly token: string } | undefined {
  const account = request.headers['x-sillon-account'];
  if (!isAccountName(account)) return undefined;
  const token = readCookie(request, `sillon-session-${account}`);
  return token === undefined ? undefined : { account, token };
}

/** The proof that a device was used by an account before. It opens nothing: a password still has to come with it. */
export function readDeviceCookie(request: FastifyRequest, account: string): string | undefined {
  return isAccountName(account) ? readCookie(request, `sillon-device-${account}`) : undefined;
}

export function setDeviceCookie(reply: FastifyReply, account: string, proof: string): void {
  reply.header('set-cookie', cookie(reply, `sillon-device-${account}`, proof, DEVICE_DAYS * 86_400, '/api/session'));
}

export function setSessionCookie(reply: FastifyReply, account: string, token: string): void {
  reply.header('set-cookie', cookie(reply, `sillon-session-${account}`, token, SESSION_DAYS * 86_400));
}

export function clearSessionCookie(reply: FastifyReply, account: string): void {
  reply.header('set-cookie', cookie(reply, `sillon-session-${account}`, '', 0));
}

function readCookie(request: FastifyRequest, name: string): string | undefined {
  const parts = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
}

function cookie(reply: FastifyReply, name: string, value: string, seconds: number, path = '/'): string {
  const secure = reply.request.protocol === 'https' ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${String(seconds)}; HttpOnly; SameSite=Strict${secure}`;
}
