/** What came back: `json` is `undefined` when the body is not JSON. */
export interface CouchAnswer {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

export interface RequestOptions {
  body?: unknown;
  rawBody?: Uint8Array<ArrayBuffer> | string;
  headers?: Record<string, string>;
}

/** A plain HTTP client as one person; `as` gives the same server seen by another. */
export class CouchClient {
  readonly url: string;
  readonly #authorization: string | undefined;

  constructor(url: string, authorization?: string) {
    this.url = url.replace(/\/$/, '');
    this.#authorization = authorization;
  }

  static withPassword(url: string, name: string, password: string): CouchClient {
    return new CouchClient(url, `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`);
  }

  as(authorization: string | undefined): CouchClient {
    return new CouchClient(this.url, authorization);
  }

  asPerson(name: string, password: string): CouchClient {
    return CouchClient.withPassword(this.url, name, password);
  }

  async send(method: string, path: string, options: RequestOptions = {}): Promise<CouchAnswer> {
    const headers: Record<string, string> = { ...options.headers };
    if (this.#authorization !== undefined) headers['authorization'] ??= this.#authorization;
    if (options.body !== undefined) headers['content-type'] ??= 'application/json';
    const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const response = await fetch(this.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  }

  /** Resolves with the headers: a feed listens from then on. */
  async listen(path: string): Promise<{ readonly end: Promise<unknown> }> {
    const headers: Record<string, string> =
      this.#authorization === undefined ? {} : { authorization: this.#authorization };
    const response = await fetch(this.url + path, { headers });
    return { end: response.json() };
  }

  get(path: string, headers?: Record<string, string>): Promise<CouchAnswer> {
    return this.send('GET', path, headers === undefined ? {} : { headers });
  }

  put(path: string, body?: unknown): Promise<CouchAnswer> {
    return this.send('PUT', path, body === undefined ? {} : { body });
  }

  post(path: string, body?: unknown): Promise<CouchAnswer> {
    return this.send('POST', path, body === undefined ? {} : { body });
  }

  delete(path: string): Promise<CouchAnswer> {
    return this.send('DELETE', path);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
