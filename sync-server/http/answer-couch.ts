import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../shared/core/result.ts';
import { ok } from '../../shared/core/result.ts';
import { NEWS_HEADER } from '../../shared/sync/news-header.ts';
import { MOST_RECORD_BYTES } from '../../shared/sync/records-only.ts';
import { rolesOf } from '../accounts/passwords.ts';
import type { AskedRequest, CouchFront } from './couch-request.ts';
import { readAsked, takePlace } from './couch-request.ts';
import { sendError } from './error-reply.ts';
import type { Judged } from './request-policy/judge-request.ts';
import { judgeRequest } from './request-policy/judge-request.ts';
import { isLargeBody } from './request-policy/read-json-request.ts';
import { admit, WORK } from './work-budget.ts';

/** Judges a request to the database and, where it may go on, answers with what the database says. */
export async function answerCouch(
  front: CouchFront,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await readAsked(front, request, reply);
  if (asked === undefined) return reply;
  if (!asked.ok) return sendError(reply, asked.error);
  const place = await takePlace(front, asked.value.caller);
  if (!place.ok) {
    if (place.error.code === 'network.busy') reply.header('retry-after', '1').header('connection', 'close');
    return sendError(reply, place.error);
  }
  const done = await goOn(front, asked.value, place.value.signal, request, reply).finally(place.value.done);
  // What is left of a body that was not read is not waited for.
  if (!done.ok) return sendError(reply.header('connection', 'close'), done.error);
  return done.value === undefined ? reply : reply.code(201).send(done.value);
}

/** What a request is answered with here; `undefined` when the database has answered it. */
async function goOn(
  front: CouchFront,
  asked: AskedRequest,
  signal: AbortSignal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<Judged['rows']>> {
  const judged = await judgeInTurn(front, asked, request);
  if (!judged.ok) return judged;
  if (judged.value?.rows === undefined) await forwardInTurn(front, asked, judged.value, signal, request, reply);
  return ok(judged.value?.rows);
}

/** The body, read when it is its turn, and charged for what was read. */
async function judgeInTurn(
  { parts, budget, bodies }: CouchFront,
  { caller, allowed }: AskedRequest,
  request: FastifyRequest,
): Promise<Result<Judged | undefined>> {
  let readBytes = 0;
  const judge = (): ReturnType<typeof judgeRequest> =>
    judgeRequest(allowed, request.raw, parts.ledger, (bytes) => {
      readBytes += bytes;
    });
  const judged = await (isLargeBody(request.raw) ? bodies.run(caller.session.tokenHash, judge) : judge());
  if (judged === undefined) throw new Error('more requests of a session than it may have');
  budget.charge(caller, (readBytes / 1024) * (judged.ok ? WORK.kilobyte : WORK.kilobyteRefused));
  return judged;
}

/** Sends a request on when it is its turn, in the name of who asks; charged for what it writes, reads and sends. */
async function forwardInTurn(
  { parts, budget, proxy, answers }: CouchFront,
  { caller, allowed, query }: AskedRequest,
  { prepared, count = 0 }: Partial<Judged> = {},
  signal: AbortSignal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { person, session } = caller;
  const isWrite = allowed.resource === '_bulk_docs';
  const isPush = isWrite && !allowed.database.startsWith('receipts-');
  // Records are validated, large ones for as long as they are large; parts of receipts are only looked at.
  const kilobytes = isPush ? Buffer.byteLength(prepared?.text ?? '') / 1024 : 0;
  const written = Math.max(count * WORK.documentWritten, kilobytes * WORK.kilobyteWritten);
  budget.charge(caller, isWrite ? written : (query.rows + count) * WORK.rowRead);
  const token = parts.signingKey.signToken(person.account, rolesOf(person));
  parts.noteSeen(person, session.deviceId, false);
  const mark = await parts.news.markFor(person, allowed);

  const forward = async (): Promise<number | undefined> => {
    // One that waited for its turn: the answers before it may have used up everything.
    if (!admit(budget, caller, reply, 0)) return undefined;
    const answeredBefore = request.raw.socket.bytesWritten;
    const documents = query.hasDocuments ? query.rows + count : 0;
    const settle = budget.reserve(caller, ((documents * MOST_RECORD_BYTES) / 1024) * WORK.kilobyte);
    reply.hijack();
    let bytesMade = 0;
    try {
      return await proxy.forward({
        path: query.target,
        session: session.tokenHash,
        token,
        incoming: request.raw,
        outgoing: reply.raw,
        signal,
        prepared,
        ...(mark !== undefined && { headers: { [NEWS_HEADER]: mark } }),
        noteBytes: (bytes) => {
          bytesMade += bytes;
        },
      });
    } finally {
      const bytesSent = request.raw.socket.bytesWritten - answeredBefore;
      // What was made is packed on its way, or not sent at all where the line is cut.
      settle(Math.max((bytesSent / 1024) * WORK.kilobyte, (bytesMade / 1024) * WORK.kilobyteRead));
    }
  };
  const status = await (query.hasDocuments ? answers.run(person.account, forward) : forward());
  // 202: a cluster has taken it on fewer nodes than it wants and repairs that by itself.
  if (isPush && (status === 201 || status === 202)) {
    parts.noteSeen(person, session.deviceId, true);
    parts.news.forget(allowed.database);
  }
}
