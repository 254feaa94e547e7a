import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountOfDatabase } from '../../shared/access/database-names.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { mayReach } from '../accounts/describe-account.ts';
import type { KeyedLane } from '../lanes/keyed-lane.ts';
import type { AllowedPath } from './allowed-paths.ts';
import { readAllowedPath } from './allowed-paths.ts';
import type { Caller } from './authenticate.ts';
import { authenticate, tellWhy } from './authenticate.ts';
import type { CouchProxy } from './couch-proxy.ts';
import { forgetForeignPosition } from './foreign-position.ts';
import type { FrontParts } from './front-parts.ts';
import type { RequestRegister } from './open-requests.ts';
import type { JudgedQuery } from './request-policy/judge-query.ts';
import { judgeQuery } from './request-policy/judge-query.ts';
import { MOST_OF_SESSION } from './session-agents.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, WORK } from './work-budget.ts';

/** Of all sessions of an account: nobody fills the places of everybody, however often they sign in. */
export const MOST_OF_ACCOUNT = 64;

/** What requests to the database share. */
export interface CouchFront {
  readonly parts: FrontParts;
  readonly budget: WorkBudget;
  readonly proxy: CouchProxy;
  readonly register: RequestRegister;
  /** Large bodies of a session, read and parsed in turn. */
  readonly bodies: KeyedLane;
  /** Answers with documents of an account, made in turn. */
  readonly answers: KeyedLane;
}

/** A request whose sender is known and whose address was judged. */
export interface AskedRequest {
  readonly caller: Caller;
  readonly allowed: AllowedPath;
  readonly query: JudgedQuery;
}

/**
 * Who asks for what; `undefined` when it was answered already with how long to wait. Errors: those of `authenticate` and
 * `judgeQuery`, `network.refused` for what is not open to this person.
 */
export async function readAsked(
  front: CouchFront,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<AskedRequest> | undefined> {
  const { parts, budget } = front;
  const asked = (request.raw.url ?? '').slice('/couch'.length);
  const target = parts.couchKind === 'couchdb' ? forgetForeignPosition(asked) : asked;
  const [path, search] = splitOnce(target);
  const caller = await authenticate(request, parts.accounts);
  if (!caller.ok) return caller;
  const allowed = readAllowedPath(request.method, path);
  if (allowed === undefined || !mayReach(caller.value.person, allowed.database)) {
    return fail(appError('network.refused', 'this part of the database is not open'));
  }
  if (!admit(budget, caller.value, reply, WORK.request)) return undefined;
  const isFirst = allowed.resource === '_bulk_docs' && accountOfDatabase(allowed.database) !== undefined;
  if (isFirst && !(await parts.personal.provide(allowed.database))) {
    return fail(appError('network.refused', 'there is no such person'));
  }
  const query = judgeQuery(request.method, allowed, search);
  if (!query.ok) return query;
  const { rows, readsUnseen } = query.value;
  if (readsUnseen) {
    const bytes = await parts.usage.bytesOfRows(allowed.database, rows);
    budget.charge(caller.value, (bytes / 1024) * WORK.kilobyteRead);
  }
  return ok({ caller: caller.value, allowed, query: query.value });
}

/**
 * A place among the requests under way, which the end of its session cuts. Errors: `network.busy` when a session or account
 * has all of its places taken, `session.ended`, `session.expired`.
 */
export async function takePlace(
  { register, parts }: CouchFront,
  { person, session, token }: Caller,
): Promise<Result<ReturnType<RequestRegister['add']>>> {
  // A body that is being read is kept in memory.
  const isFull =
    register.count(session.tokenHash) >= MOST_OF_SESSION || register.countOf(person.account) >= MOST_OF_ACCOUNT;
  if (isFull) return fail(appError('network.busy', 'too many requests at once, wait a little'));
  const place = register.add(session.tokenHash, person.account);
  // The session may have ended since it was found, before there was anything to cut.
  if ((await parts.accounts.sessions.find(token)) !== undefined) return ok(place);
  place.done();
  return tellWhy(parts.accounts, token);
}

function splitOnce(target: string): [string, string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}
