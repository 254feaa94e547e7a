import type { FastifyReply } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import type { Caller } from './authenticate.ts';
import { sendError } from './error-reply.ts';

/** Units a session may use at once; a first pull of 50,000 records takes about 2,500 (docs/decisions/0015). */
export const SESSION_UNITS = 15_000;
/** How many seconds give back all of them. */
const REFILL_SECONDS = 60;
/** Several devices of one account together; signing in again and again gives no more. */
const SESSIONS_OF_ACCOUNT = 4;
/** Whoever used up everything comes back to this part of it, not to a single request. */
const COME_BACK_AT = 0.05;
const HELD = 20_000;

/** What requests cost, in units of about a millisecond of a small server. */
export const WORK = {
  request: 1,
  rowRead: 0.02,
  /** Validation runs for each. */
  documentWritten: 1,
  /** Of a record, when it is more than that. */
  kilobyteWritten: 1,
  kilobyte: 1 / 16,
  /** Of records that the database reads, whatever is sent of them. */
  kilobyteRead: 1 / 64,
  /** Of a body that was read and is refused: the application sends none. */
  kilobyteRefused: 1 / 4,
  /** Counts and hashes of a database, totals of the network. */
  summary: 20,
  recomputation: 1_000,
} as const;

/** How much work the server does for a session and its account in a minute. Kept in memory: a restart forgives. */
export interface WorkBudget {
  /** Seconds to wait before the next request; 0 when there is room. */
  readonly waitFor: (caller: Caller) => number;
  /** Notes what a request costs; it may use more than is left. */
  readonly charge: (caller: Caller, units: number) => void;
  /**
   * Sets aside what an answer may cost while it is made, so that many asked for at once do not all pass before the first is
   * charged. Call what it returns once, with what the answer did cost.
   */
  readonly reserve: (caller: Caller, units: number) => (units: number) => void;
}

interface Account {
  left: number;
  /** Of `left`, what is set aside. */
  held: number;
  at: number;
}

export function openWorkBudget(now: () => number = () => performance.now()): WorkBudget {
  const accounts = new Map<string, Account>();
  const current = (key: string, most: number): Account => {
    const known = accounts.get(key);
    const at = now();
    if (known === undefined) {
      // A flood of sessions must not fill the memory: the oldest have most of their units back.
      const [oldest] = accounts.keys();
      if (accounts.size >= HELD && oldest !== undefined) accounts.delete(oldest);
      const fresh = { left: most, held: 0, at };
      accounts.set(key, fresh);
      return fresh;
    }
    known.left = Math.min(most, known.left + ((at - known.at) / 1_000 / REFILL_SECONDS) * most);
    known.at = at;
    return known;
  };
  const both = ({ session, person }: Caller): (readonly [string, number])[] => [
    [`session ${session.tokenHash}`, SESSION_UNITS],
    [`account ${person.account}`, SESSION_UNITS * SESSIONS_OF_ACCOUNT],
  ];
  const charge = (caller: Caller, units: number): void => {
    for (const [key, most] of both(caller)) current(key, most).left -= units;
  };
  const hold = (caller: Caller, units: number): void => {
    for (const [key, most] of both(caller)) {
      const account = current(key, most);
      account.held = Math.max(0, account.held + units);
    }
  };
  return {
    waitFor: (caller) =>
      Math.max(
        ...both(caller).map(([key, most]) => {
          const { left, held } = current(key, most);
          if (left > held) return 0;
          // What is only set aside comes back with the answer.
          return Math.max(1, Math.ceil(((most * COME_BACK_AT - left) / most) * REFILL_SECONDS));
        }),
      ),
    charge,
    reserve: (caller, units) => {
      hold(caller, units);
      return (used) => {
        hold(caller, -units);
        charge(caller, used);
      };
    },
  };
}

/** Whether a request may go on, charged with `units`; otherwise it is answered with 429 and the time to wait. */
export function admit(budget: WorkBudget, caller: Caller, reply: FastifyReply, units: number): boolean {
  const seconds = budget.waitFor(caller);
  if (seconds === 0) {
    budget.charge(caller, units);
    return true;
  }
  reply.header('cache-control', 'no-store').header('connection', 'close');
  sendError(reply, appError('network.busy', 'too much at once, wait a little', { seconds }));
  return false;
}
