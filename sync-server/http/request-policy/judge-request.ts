import type { IncomingMessage } from 'node:http';
import type { Result } from '../../../shared/core/result.ts';
import { ok } from '../../../shared/core/result.ts';
import type { Room } from '../../quota/read-usage.ts';
import type { AllowedPath } from '../allowed-paths.ts';
import type { PreparedBody } from '../couch-proxy.ts';
import type { BulkRow, JudgedBody } from './judged-body.ts';
import { judgeKeys } from './judge-keys.ts';
import type { ReadDigests } from './judge-parts.ts';
import { judgeParts } from './judge-parts.ts';
import { judgeRecords } from './judge-records.ts';
import { judgeSelector } from './judge-selector.ts';
import { readJsonRequest } from './read-json-request.ts';

/** What the front looks up while it judges. */
export interface Ledger {
  /** Digests of the parts of receipts that a database holds. */
  readonly readDigests: (database: string) => ReadDigests;
  /** What a database still takes. */
  readonly roomIn: (database: string) => Promise<Room>;
}

/** What becomes of a request with a body. */
export interface Judged {
  /** Documents that are written, or ids that are read. */
  readonly count: number;
  readonly prepared?: PreparedBody;
  /** Nothing of it may go on: these rows are the whole answer. */
  readonly rows?: readonly BulkRow[];
}

/**
 * The body of a request that was let through by its address; `undefined` when it has none. Errors: `network.refused`,
 * `network.tooMuch`, `network.timeout`, `record.invalid`.
 */
export async function judgeRequest(
  { resource, database }: AllowedPath,
  incoming: IncomingMessage,
  ledger: Ledger,
  noteBytes?: (count: number) => void,
): Promise<Result<Judged | undefined>> {
  if (incoming.method !== 'POST') return ok(undefined);
  const read = await readJsonRequest(incoming, noteBytes);
  if (!read.ok) return read;
  const judged = await judgeBody(resource, database, read.value, ledger);
  if (!judged.ok) return judged;
  const { body, count, answer } = judged.value;
  if (body === undefined) return ok({ count, rows: (await answer?.([])) ?? [] });
  // Written anew, so that nothing goes on that was not read.
  const text = JSON.stringify(body);
  if (answer === undefined) return ok({ count, prepared: { text } });
  const rewrite = async (rows: string): Promise<string> =>
    JSON.stringify(await answer(JSON.parse(rows) as readonly BulkRow[])); // CouchDB's rows
  return ok({ count, prepared: { text, rewrite } });
}

async function judgeBody(
  resource: AllowedPath['resource'],
  database: string,
  body: unknown,
  ledger: Ledger,
): Promise<Result<JudgedBody>> {
  if (resource === '_changes') return judgeSelector(body);
  if (resource === '_all_docs') return judgeKeys(body);
  const room = await ledger.roomIn(database);
  return database.startsWith('receipts-')
    ? judgeParts(body, room, ledger.readDigests(database))
    : judgeRecords(body, room);
}
