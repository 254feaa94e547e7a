import type { FastifyInstance } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { isSameSecret } from '../accounts/secret.ts';
import { sendError } from './error-reply.ts';
import type { FrontParts } from './front-parts.ts';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** The commands' own way to a running server: from this machine, with the token that stands in the data folder. */
export function addControlRoutes(app: FastifyInstance, { control }: FrontParts): void {
  app.post('/control/:command', async (request, reply) => {
    const token = request.headers['x-sillon-control'];
    const isLocal = LOOPBACK.includes(request.socket.remoteAddress ?? '');
    if (!isLocal || typeof token !== 'string' || !isSameSecret(token, control.token)) {
      return sendError(reply, appError('network.refused', 'not allowed'));
    }
    const { command } = request.params as { command: string }; // the route's own pattern
    const answer = await control.run(command, request.body, readOperator(request.headers['x-sillon-operator']));
    if (answer === undefined) return sendError(reply, appError('record.notFound', 'no such command'));
    return reply.send(answer);
  });
}

function readOperator(header: unknown): string {
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '');
  } catch {
    return '';
  }
}
