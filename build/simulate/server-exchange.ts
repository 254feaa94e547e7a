import type { IncomingMessage, ServerResponse } from 'node:http';
import type { UserContext } from '../../sync-server/embedded/auth/user-context.ts';

/** A request as it reaches the server. */
export interface ServerRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly user: UserContext;
}

export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
}

type Listener = (value?: unknown) => void;

/** Both ends of a connection without a wire, as the server's handlers use them. */
export class ServerExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Settles with the answer; `undefined` when the connection was cut before. */
  readonly answer: Promise<ServerAnswer | undefined>;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #parts: string[] = [];
  #finish: (answer: ServerAnswer | undefined) => void = () => undefined;
  #status = 200;
  #isBegun = false;
  #isOver = false;

  constructor(asked: ServerRequest) {
    this.answer = new Promise((resolve) => (this.#finish = resolve));
    this.request = this.#makeRequest(asked);
    this.response = this.#makeResponse();
  }

  /** The client is gone. */
  cut(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#finish(undefined);
    for (const listener of [...(this.#listeners.get('close') ?? [])]) listener();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#finish({ status: this.#status, text: this.#parts.join('') });
    for (const listener of [...(this.#listeners.get('finish') ?? [])]) listener();
  }

  #makeRequest({ method, path, body, user }: ServerRequest): IncomingMessage {
    const listeners = new Map<string, Listener>();
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const request = {
      method,
      url: path,
      headers,
      user,
      complete: true,
      socket: { remoteAddress: 'device', destroySoon: () => undefined },
      on: (event: string, listener: Listener) => {
        listeners.set(event, listener);
        // The whole body is there: it is told as soon as both ears are.
        if (event !== 'end') return;
        queueMicrotask(() => {
          if (body !== undefined) listeners.get('data')?.(Buffer.from(body));
          listener();
        });
      },
    };
    return request as unknown as IncomingMessage; // the members the handlers use
  }

  #makeResponse(): ServerResponse {
    const isOver = (): boolean => this.#isOver;
    const isBegun = (): boolean => this.#isBegun;
    const headers = new Map<string, unknown>();
    const listen = (event: string, listener: Listener): void => {
      this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
    };
    const response = {
      get destroyed() {
        return isOver();
      },
      get headersSent() {
        return isBegun();
      },
      setHeader: (name: string, value: unknown) => headers.set(name.toLowerCase(), value),
      hasHeader: (name: string) => headers.has(name.toLowerCase()),
      flushHeaders: () => undefined,
      writeHead: (status: number) => {
        this.#status = status;
        this.#isBegun = true;
      },
      write: (text: string | Buffer) => {
        this.#parts.push(text.toString());
        return true;
      },
      end: (text?: string | Buffer) => {
        if (text !== undefined) this.#parts.push(text.toString());
        this.#end();
      },
      destroy: () => {
        this.cut();
      },
      on: listen,
      once: listen,
      off: (event: string, listener: Listener) => this.#listeners.get(event)?.delete(listener),
    };
    return response as unknown as ServerResponse; // the members the handlers use
  }
}
