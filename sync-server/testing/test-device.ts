import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { RECORDS_ONLY } from '../../shared/sync/records-only.ts';
import { toDocument } from '../couch/stored-record.ts';

/** A browser in the tests: keeps its cookies and names its account. */
export class TestDevice {
  readonly url: string;
  readonly cookies = new Map<string, string>();
  info: AccountInfo | undefined;

  constructor(url: string) {
    this.url = url;
  }

  async fetch(path: string, init: RequestInit = {}, account = this.info?.account): Promise<Response> {
    const headers = new Headers(init.headers);
    if (account !== undefined) headers.set('x-sillon-account', account);
    if (this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await fetch(this.url + path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const match = /^([^=]+)=([^;]*)/.exec(cookie);
      if (match?.[1] !== undefined) this.cookies.set(match[1], match[2] ?? '');
    }
    return response;
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Opens a session by one of the API's doors and remembers the account. */
  async open(path: string, body: object): Promise<AccountInfo> {
    const response = await this.post(path, body);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    this.info = (await response.json()) as AccountInfo;
    return this.info;
  }

  get book(): string {
    const book = this.info?.databases.book;
    if (book === undefined) throw new Error('this device has no book');
    return book;
  }

  /** Pushes records as a device does; the rows of the answer. */
  async push(
    records: readonly AnyRecord[],
    database = this.book,
  ): Promise<{ id: string; error?: string; reason?: string }[]> {
    const response = await this.post(`/couch/${database}/_bulk_docs`, { docs: records.map(toDocument) });
    if (!response.ok) throw new Error(`push: ${String(response.status)} ${await response.text()}`);
    return (await response.json()) as { id: string; error?: string; reason?: string }[];
  }

  /** Every record of a database with its leaves, page by page as a pull reads them. */
  async readAll(database = this.book): Promise<{ id: string; changes: unknown[]; doc: Record<string, unknown> }[]> {
    const rows: { id: string; changes: unknown[]; doc: Record<string, unknown> }[] = [];
    for (let since = '0', pending = 1; pending > 0;) {
      const query = `filter=_selector&style=all_docs&include_docs=true&since=${since}`;
      const response = await this.post(`/couch/${database}/_changes?${query}`, RECORDS_ONLY);
      if (!response.ok) throw new Error(`read: ${String(response.status)} ${await response.text()}`);
      const page = (await response.json()) as { results: typeof rows; last_seq: string; pending: number };
      rows.push(...page.results);
      ({ last_seq: since, pending } = page);
    }
    return rows;
  }

  async read(id: string, database = this.book): Promise<Record<string, unknown> | undefined> {
    const response = await this.fetch(`/couch/${database}/${encodeURIComponent(id)}`);
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
  }
}
