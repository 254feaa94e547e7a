import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest } from '../couch-error.ts';

/** Refuses a body where none means anything: who sent it may count the bytes of the connection differently. */
export function assertFramed({ method, headers }: IncomingMessage, response: ServerResponse): void {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody || (method !== 'GET' && method !== 'HEAD')) return;
  response.setHeader('Connection', 'close');
  throw badRequest(`A ${method} request has no body.`);
}

/** Ends the connection after an answer that came before the whole body did: the rest is no next request. */
export function closeWhenUnread(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (!request.complete) request.socket.destroySoon();
  });
}
