import { useState } from 'react';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { verifyNow } from './api.ts';
import { useSession } from './session-context.tsx';

/** What the server recomputed. */
export interface VerificationOutcome {
  readonly checked: number;
  readonly verified: number;
  readonly mismatches: number;
}

export type VerificationRun =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'done'; readonly outcome: VerificationOutcome }
  | { readonly phase: 'failed'; readonly error: AppError };

/** Asks the server to recompute every book, then fetches the verdicts it wrote. */
export function useVerifyNow(): { readonly state: VerificationRun; run(): Promise<void> } {
  const { account, sync } = useSession();
  const [state, setState] = useState<VerificationRun>({ phase: 'idle' });
  return {
    state,
    async run() {
      setState({ phase: 'running' });
      const answer = await verifyNow(account.account);
      const outcome = answer.ok ? readOutcome(answer.value) : answer;
      setState(outcome.ok ? { phase: 'done', outcome: outcome.value } : { phase: 'failed', error: outcome.error });
      if (outcome.ok) sync.syncNow();
    },
  };
}

/** Reads the server's answer; another server or version may answer anything. Error: `network.serverError`. */
export function readOutcome(answer: unknown): Result<VerificationOutcome> {
  if (typeof answer === 'object' && answer !== null) {
    const { checked, verified, mismatches } = answer as Readonly<Record<keyof VerificationOutcome, unknown>>;
    if (isCount(checked) && isCount(verified) && isCount(mismatches)) return ok({ checked, verified, mismatches });
  }
  return fail(appError('network.serverError', 'unexpected answer to a verification'));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
