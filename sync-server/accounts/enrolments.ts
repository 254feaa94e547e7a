import type { Clock } from '../../shared/core/ports.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { AccountStore, Stored } from './account-store.ts';
import { newEnrolmentCode, normaliseCode } from './enrolment-code.ts';
import { hashSecret } from './secret.ts';

const VALID_DAYS = 14;

interface Enrolment {
  readonly account: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export interface Enrolments {
  /** A fresh code for a person; only its hash is kept, so this is the one time it can be shown. */
  readonly issue: (account: string) => Promise<{ readonly code: string; readonly expiresAt: string }>;
  /** Uses a code up and tells whose it is. Errors: `enrolment.unknownCode`, `.usedCode`, `.expiredCode`. */
  readonly redeem: (typed: string) => Promise<Result<string>>;
  /** Takes back the codes of an account that were not used, and returns how many. */
  readonly withdraw: (account: string) => Promise<number>;
}

export function openEnrolments(store: AccountStore, clock: Clock): Enrolments {
  return {
    issue: async (account) => {
      const code = newEnrolmentCode();
      const expiresAt = new Date(Date.parse(clock()) + VALID_DAYS * 86_400_000).toISOString();
      const enrolment: Enrolment = { account, expiresAt, usedAt: null };
      if (!(await store.create(`enrolment:${hashSecret(code)}`, enrolment))) throw new Error('a code came twice');
      return { code, expiresAt };
    },
    redeem: async (typed) => {
      const code = normaliseCode(typed);
      const stored = code === undefined ? undefined : await store.read<Enrolment>(`enrolment:${hashSecret(code)}`);
      if (stored === undefined) return fail(appError('enrolment.unknownCode', 'unknown enrolment code'));
      const { account, expiresAt, usedAt } = stored.value;
      if (usedAt !== null) return usedCode();
      if (expiresAt <= clock()) return fail(appError('enrolment.expiredCode', 'the enrolment code has expired'));
      const isOurs = await store.replace(stored, { ...stored.value, usedAt: clock() });
      return isOurs ? ok(account) : usedCode();
    },
    withdraw: async (account) => {
      const isOpen = ({ value }: Stored<Enrolment>): boolean => value.account === account && value.usedAt === null;
      const open = (await store.list<Enrolment>('enrolment:')).filter(isOpen);
      for (const stored of open) await store.remove(stored);
      return open.length;
    },
  };
}

function usedCode(): Result<never> {
  return fail(appError('enrolment.usedCode', 'the enrolment code was used before'));
}
