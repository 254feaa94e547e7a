import Fastify from 'fastify';
import { expect, it } from 'vitest';
import type { ErrorCode } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import { sendError } from './error-reply.ts';

/** How an error is answered. */
async function answer(code: ErrorCode, details?: Record<string, string | number>) {
  const front = Fastify();
  front.get('/', (_, reply) => sendError(reply, appError(code, 'words', details)));
  const response = await front.inject('/');
  await front.close();
  return response;
}

it.each<[number, ErrorCode[]]>([
  [401, ['session.wrongPassword', 'session.unknownAccount', 'session.expired', 'session.ended']],
  [429, ['session.locked', 'session.slowDown', 'network.busy']],
  [404, ['enrolment.unknownCode', 'record.notFound']],
  [410, ['enrolment.usedCode', 'enrolment.expiredCode']],
  [403, ['record.forbidden', 'network.refused']],
  [413, ['network.tooMuch', 'file.tooLarge']],
  [408, ['network.timeout']],
  [500, ['network.serverError']],
  [502, ['network.offline']],
  [400, ['record.invalid', 'session.weakPassword', 'period.closed']],
])('%i says what a device makes of %j', async (status, codes) => {
  for (const code of codes) expect((await answer(code)).statusCode, code).toBe(status);
});

it('an error is told whole, with the seconds to wait where there are some', async () => {
  const waiting = await answer('session.slowDown', { seconds: 12 });
  expect(waiting.json()).toEqual({ error: { code: 'session.slowDown', message: 'words', details: { seconds: 12 } } });
  expect(waiting.headers['retry-after']).toBe('12');
  expect((await answer('record.invalid', { path: 'body' })).headers).not.toHaveProperty('retry-after');
  expect((await answer('record.invalid')).headers).not.toHaveProperty('retry-after');
  expect((await answer('record.invalid', { seconds: 'soon' })).headers).not.toHaveProperty('retry-after');
});
