import { prepareUserDocument, USERS_DATABASE } from '../auth/user-document.ts';
import { badRequest } from '../couch-error.ts';
import type { DatabaseExchange } from '../http/exchange.ts';
import { isJsonObject } from '../json.ts';
import type { WriteOutcome } from '../store/document-writer.ts';
import { parseIncomingDocument, type IncomingDocument } from '../store/incoming-document.ts';

/** From a JSON value to a checked document; passwords of `_users` become hashes on the way. */
export async function readIncoming(exchange: DatabaseExchange, value: unknown, id: string): Promise<IncomingDocument> {
  const { app, database } = exchange;
  if (!isJsonObject(value)) throw badRequest('Document must be a JSON object');
  const isUser = database.name === USERS_DATABASE;
  const prepared = isUser ? await prepareUserDocument(value, id, app.limits.passwordIterations) : value;
  return parseIncomingDocument(prepared, id, app.limits.maxDocumentBytes);
}

/** Writes one document; a refusal is thrown. */
export async function writeOne(
  exchange: DatabaseExchange,
  incoming: IncomingDocument,
  isReplicated = false,
): Promise<{ id: string; rev: string }> {
  const { app, database, user } = exchange;
  const [outcome] = await app.writer.write(database.db, [incoming], { user, isReplicated });
  if (outcome === undefined) throw new Error('a write without an outcome');
  if (!outcome.ok) throw outcome.refusal;
  return outcome;
}

export function toBulkRow(outcome: WriteOutcome): Record<string, unknown> {
  const { id } = outcome;
  if (outcome.ok) return { ok: true, id, rev: outcome.rev };
  const { error, reason } = outcome.refusal;
  return { id, ...(outcome.rev === undefined ? {} : { rev: outcome.rev }), error, reason };
}
