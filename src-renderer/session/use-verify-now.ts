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
  /** Records of a version of Sillon that is newer than the server's; the server did not make them again. */
  readonly notVerifiable: number;
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
    const counts = answer as Partial<Readonly<Record<keyof VerificationOutcome, unknown>>>; // read member by member
    const { checked, verified, mismatches, notVerifiable = 0 } = counts;
    if (isCount(checked) && isCount(verified) && isCount(mismatches) && isCount(notVerifiable)) {
      return ok({ checked, verified, mismatches, notVerifiable });
    }
  }
  return fail(appError('network.serverError', 'unexpected answer to a verification'));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
