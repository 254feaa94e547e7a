import type { FastifyReply } from 'fastify';
import type { AppError, ErrorCode } from '../../shared/core/errors.ts';

const STATUSES: Partial<Record<ErrorCode, number>> = {
  'session.wrongPassword': 401,
  'session.unknownAccount': 401,
  'session.expired': 401,
  'session.ended': 401,
  'session.locked': 429,
  'session.slowDown': 429,
  'session.weakPassword': 400,
  'enrolment.unknownCode': 404,
  'enrolment.usedCode': 410,
  'enrolment.expiredCode': 410,
  'record.invalid': 400,
  'record.notFound': 404,
  'record.forbidden': 403,
  'network.refused': 403,
  'network.serverError': 500,
  'network.offline': 502,
  'network.timeout': 408,
  'network.tooMuch': 413,
  'network.busy': 429,
  'file.tooLarge': 413,
};

/** The one error body of the front. */
export function sendError(reply: FastifyReply, error: AppError): FastifyReply {
  const { seconds } = error.details ?? {};
  if (typeof seconds === 'number') reply.header('retry-after', String(seconds));
  return reply.code(statusOf(error)).send({ error });
}

function statusOf(error: AppError): number {
  return STATUSES[error.code] ?? 400;
}
