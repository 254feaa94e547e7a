import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_DAYS } from '../accounts/sessions.ts';

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
  const name = `sillon-session-${account}=`;
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const cookie = part.trim();
    if (cookie.startsWith(name)) return { account, token: cookie.slice(name.length) };
  }
  return undefined;
}

export function setSessionCookie(reply: FastifyReply, account: string, token: string): void {
  reply.header('set-cookie', cookie(reply, account, token, SESSION_DAYS * 86_400));
}

export function clearSessionCookie(reply: FastifyReply, account: string): void {
  reply.header('set-cookie', cookie(reply, account, '', 0));
}

function cookie(reply: FastifyReply, account: string, token: string, seconds: number): string {
  const secure = reply.request.protocol === 'https' ? '; Secure' : '';
  return `sillon-session-${account}=${token}; Path=/; Max-Age=${String(seconds)}; HttpOnly; SameSite=Strict${secure}`;
}
