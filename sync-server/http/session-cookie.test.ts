import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clearSessionCookie,
  isAccountName,
  readDeviceCookie,
  readSessionCookie,
  setDeviceCookie,
  setSessionCookie,
} from './session-cookie.ts';

let front: FastifyInstance;
let answer: (request: FastifyRequest, reply: FastifyReply) => unknown;
beforeAll(() => {
  front = Fastify({ trustProxy: true });
  front.get('/', async (request, reply) => reply.send({ read: answer(request, reply) ?? 'nothing' }));
});
afterAll(() => front.close());

/** What a request with these headers is read as. */
async function read(headers: Record<string, string>, how: (request: FastifyRequest) => unknown): Promise<unknown> {
  answer = how;
  return (await front.inject({ url: '/', headers })).json<{ read: unknown }>().read;
}

/** The cookie that an answer sets, by parts. */
async function cookieSet(set: (reply: FastifyReply) => void, headers: Record<string, string> = {}): Promise<string[]> {
  answer = (_, reply) => {
    set(reply);
  };
  const { headers: sent } = await front.inject({ url: '/', headers });
  return String(sent['set-cookie']).split('; ');
}

describe('the session of a request', () => {
  const of = (account: string, cookie: string) =>
    read({ 'x-sillon-account': account, cookie }, (request) => readSessionCookie(request));

  it('is that of the account which its header names', async () => {
    const cookies = 'theme=dark; sillon-session-ada.fall=T1;sillon-session-bo.lind=T2';
    expect(await of('ada.fall', cookies)).toEqual({ account: 'ada.fall', token: 'T1' });
    expect(await of('bo.lind', cookies)).toEqual({ account: 'bo.lind', token: 'T2' });
  });

  it('is none without the header, without the cookie, or with a name that is no account', async () => {
    expect(await read({ cookie: 'sillon-session-ada.fall=T1' }, readSessionCookie)).toBe('nothing');
    expect(await read({ 'x-sillon-account': 'ada.fall' }, readSessionCookie)).toBe('nothing');
    expect(await of('Ada', 'sillon-session-Ada=T1')).toBe('nothing');
    expect(await of('ada.fall', 'sillon-session-ada=T1; x-sillon-session-ada.fall=T2')).toBe('nothing');
  });

  it('is no device, and a device is no session', async () => {
    const cookie = 'sillon-device-ada.fall=P1';
    expect(await of('ada.fall', cookie)).toBe('nothing');
    expect(await read({ cookie }, (request) => readDeviceCookie(request, 'ada.fall'))).toBe('P1');
    expect(await read({ cookie }, (request) => readDeviceCookie(request, 'bo.lind'))).toBe('nothing');
    expect(await read({ cookie: 'sillon-device-Ada=P1' }, (request) => readDeviceCookie(request, 'Ada'))).toBe(
      'nothing',
    );
  });
});

it('an account is a name of lower case letters, digits, dots and dashes, up to sixty', () => {
  for (const name of ['a', '0', 'ada.fall', 'ada-2', 'a'.repeat(60)]) expect(isAccountName(name), name).toBe(true);
  for (const name of ['', '.ada', '-ada', 'Ada', 'ada fall', 'ada;', 'ada=', 'é', 'a'.repeat(61)]) {
    expect(isAccountName(name), name).toBe(false);
  }
  for (const none of [undefined, null, 1, ['ada.fall']]) expect(isAccountName(none), String(none)).toBe(false);
});

describe('a cookie that is set', () => {
  const kept = ['HttpOnly', 'SameSite=Strict'];

  it('keeps a session for ninety days, out of reach of scripts and of other sites', async () => {
    expect(
      await cookieSet((reply) => {
        setSessionCookie(reply, 'ada.fall', 'T1');
      }),
    ).toEqual(['sillon-session-ada.fall=T1', 'Path=/', 'Max-Age=7776000', ...kept]);
  });

  it('keeps a device for four hundred days, and goes nowhere but to the sign-in', async () => {
    expect(
      await cookieSet((reply) => {
        setDeviceCookie(reply, 'ada.fall', 'P1');
      }),
    ).toEqual(['sillon-device-ada.fall=P1', 'Path=/api/session', 'Max-Age=34560000', ...kept]);
  });

  it('forgets a session at once', async () => {
    expect(
      await cookieSet((reply) => {
        clearSessionCookie(reply, 'ada.fall');
      }),
    ).toEqual(['sillon-session-ada.fall=', 'Path=/', 'Max-Age=0', ...kept]);
  });

  it('travels over an encrypted line alone, where there is one', async () => {
    const parts = await cookieSet(
      (reply) => {
        setSessionCookie(reply, 'ada.fall', 'T1');
      },
      { 'x-forwarded-proto': 'https' },
    );
    expect(parts.at(-1)).toBe('Secure');
  });
});
