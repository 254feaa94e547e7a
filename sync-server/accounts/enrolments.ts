import { ulid } from 'ulid';
import type { Clock } from '../../shared/core/ports.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { AccountStore } from './account-store.ts';
import { newEnrolmentCode, normaliseCode } from './enrolment-code.ts';
import { hashSecret } from './secret.ts';

const VALID_DAYS = 14;

interface Enrolment {
  readonly account: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  /** Hash of what the device that used it made up for this attempt; absent from devices of versions before. */
  readonly attemptHash?: string;
  /** The id that device gets. */
  readonly deviceId?: string;
}

/** A code that was accepted. */
export interface Redemption {
  readonly account: string;
  readonly deviceId: string;
  /** The same attempt came before: its answer may have been lost on the way. */
  readonly isRepeated: boolean;
}

export interface Enrolments {
  /** A fresh code for a person; only its hash is kept, so this is the one time it can be shown. */
  readonly issue: (account: string) => Promise<{ readonly code: string; readonly expiresAt: string }>;
  /**
   * Uses a code up and tells whose it is. The device that used it may do so again with the same `attempt`, a text it made
   * up: the caller says whether that device finished since. Errors: `enrolment.unknownCode`, `.usedCode`, `.expiredCode`.
   */
  readonly redeem: (
    typed: string,
    attempt?: string,
    hasFinished?: (deviceId: string) => Promise<boolean>,
  ) => Promise<Result<Redemption>>;
  /** Takes back what an account's earlier codes could still do, and returns how many were not used yet. */
  readonly supersede: (account: string) => Promise<number>;
  /** Takes back the codes of an account, and returns how many were not used yet. */
  readonly withdraw: (account: string) => Promise<number>;
}

export function openEnrolments(store: AccountStore, clock: Clock): Enrolments {
  const listOwn = async (account: string) =>
    (await store.list<Enrolment>('enrolment:')).filter(({ value }) => value.account === account);
  return {
    issue: async (account) => {
      const code = newEnrolmentCode();
      const expiresAt = new Date(Date.parse(clock()) + VALID_DAYS * 86_400_000).toISOString();
      const enrolment: Enrolment = { account, expiresAt, usedAt: null };
      if (!(await store.create(`enrolment:${hashSecret(code)}`, enrolment))) throw new Error('a code came twice');
      return { code, expiresAt };
    },
    redeem: async (typed, attempt, hasFinished = () => Promise.resolve(false)) => {
      const code = normaliseCode(typed);
      const stored = code === undefined ? undefined : await store.read<Enrolment>(`enrolment:${hashSecret(code)}`);
      if (stored === undefined) return fail(appError('enrolment.unknownCode', 'unknown enrolment code'));
      const { account, expiresAt, usedAt, attemptHash, deviceId: givenId } = stored.value;
      const hash = attempt === undefined ? undefined : hashSecret(attempt);
      const isRepeated = usedAt !== null && hash !== undefined && hash === attemptHash && givenId !== undefined;
      if (usedAt !== null && !isRepeated) return usedCode();
      if (expiresAt <= clock()) return fail(appError('enrolment.expiredCode', 'the enrolment code has expired'));
      if (isRepeated) return (await hasFinished(givenId)) ? usedCode() : ok({ account, deviceId: givenId, isRepeated });
      const deviceId = ulid();
      const used = { ...stored.value, usedAt: clock(), deviceId, ...(hash === undefined ? {} : { attemptHash: hash }) };
      return (await store.replace(stored, used)) ? ok({ account, deviceId, isRepeated }) : usedCode();
    },
    supersede: async (account) => {
      const own = await listOwn(account);
      for (const stored of own) {
        const { attemptHash, ...rest } = stored.value;
        if (rest.usedAt === null) await store.remove(stored);
        // The device that used it may not do so again; whoever types it still hears that it was used.
        else if (attemptHash !== undefined) await store.replace(stored, rest);
      }
      return own.filter(({ value }) => value.usedAt === null).length;
    },
    withdraw: async (account) => {
      // Used ones too: the device that used one might do so again.
      const own = await listOwn(account);
      for (const stored of own) await store.remove(stored);
      return own.filter(({ value }) => value.usedAt === null).length;
    },
  };
}

function usedCode(): Result<never> {
  return fail(appError('enrolment.usedCode', 'the enrolment code was used before'));
}
