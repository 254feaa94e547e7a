import type { IncomingMessage, ServerResponse } from 'node:http';
import type { UserContext } from '../auth/user-context.ts';
import type { EmbeddedApp } from '../embedded-app.ts';
import type { DatabaseRow } from '../store/databases.ts';

/** One request on its way to its handler. */
export interface Exchange {
  app: EmbeddedApp;
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  /** Decoded values of the `:name` parts of the route. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  user: UserContext;
}

/** An exchange inside a database the user may use. */
export interface DatabaseExchange extends Exchange {
  database: DatabaseRow;
}

/** What a handler answers; `text` is JSON printed already, `bytes` anything else. */
export interface Reply {
  status: number;
  json?: unknown;
  text?: string;
  bytes?: Buffer;
  headers?: Record<string, string>;
}

/** A handler that wrote to the response itself. */
export const STREAMED = 'streamed';

export type HandlerResult = Reply | typeof STREAMED | Promise<Reply | typeof STREAMED>;

export function okReply(json: unknown, status = 200): Reply {
  return { status, json };
}
