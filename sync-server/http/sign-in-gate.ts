import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail } from '../../shared/core/result.ts';
import { addressKey } from './address-key.ts';
import { openSlowDown } from './slow-down.ts';

const MINUTE_MS = 60_000;
/** Checks of one address under way at once; a hall full of people fits in. */
const MOST_AT_ONCE = 16;

/** Who tries to sign in. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
  /** The device, when it proved that the person used it before. */
  readonly knownDeviceId: string | undefined;
}

/** Slows down guessing without ever keeping a person's own device out (decision 18). */
export interface SignInGate {
  /** Runs a check unless the attempt comes too early. Errors: its own; `session.locked`, `session.slowDown`. */
  readonly attempt: <T>(attempt: Attempt, check: () => Promise<Result<T>>) => Promise<Result<T>>;
}

export function openSignInGate(now: () => number = Date.now): SignInGate {
  const knownDevices = openSlowDown({ free: 10, firstMs: 5_000, mostMs: MINUTE_MS, forgetMs: 15 * MINUTE_MS }, now);
  const pairs = openSlowDown({ free: 5, firstMs: MINUTE_MS, mostMs: 5 * MINUTE_MS, forgetMs: 30 * MINUTE_MS }, now);
  const accounts = openSlowDown({ free: 30, firstMs: 2_000, mostMs: MINUTE_MS, forgetMs: 60 * MINUTE_MS }, now);
  const addresses = openSlowDown({ free: 30, firstMs: 1_000, mostMs: 15_000, forgetMs: 15 * MINUTE_MS }, now);
  const underWay = new Map<string, number>();

  return {
    attempt: async ({ account, address, knownDeviceId }, check) => {
      if (knownDeviceId !== undefined) {
        const wait = knownDevices.wait(knownDeviceId);
        if (wait > 0) return fail(tooEarly(wait));
        knownDevices.fail(knownDeviceId);
        const outcome = await check();
        if (outcome.ok) knownDevices.succeed(knownDeviceId);
        return outcome;
      }
      const from = addressKey(address);
      const pair = `${from} ${account}`;
      const locked = pairs.wait(pair);
      if (locked > 0) return fail(appError('session.locked', 'too many attempts', { seconds: locked }));
      const wait = Math.max(accounts.wait(account), addresses.wait(from));
      if (wait > 0) return fail(tooEarly(wait));
      const open = underWay.get(from) ?? 0;
      if (open >= MOST_AT_ONCE) return fail(tooEarly(2));
      underWay.set(from, open + 1);
      // Counted before it is known to be wrong: a burst of guesses at once must not pass as one.
      pairs.fail(pair);
      try {
        const outcome = await check();
        if (outcome.ok) {
          pairs.succeed(pair);
        } else {
          accounts.fail(account);
          addresses.fail(from);
        }
        return outcome;
      } finally {
        const left = (underWay.get(from) ?? 1) - 1;
        if (left === 0) underWay.delete(from);
        else underWay.set(from, left);
      }
    },
  };
}

/** The error of one who comes too early. */
export function tooEarly(seconds: number): AppError {
  return appError('session.slowDown', 'too many attempts', { seconds });
}
