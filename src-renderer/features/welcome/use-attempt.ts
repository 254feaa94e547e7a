import { useState } from 'react';
import type { AppError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import type { Session } from '../../session/session.ts';

/** One try to open an account: busy meanwhile, the error afterwards, what was typed left alone. */
export function useAttempt(onOpen: (session: Session) => void): {
  readonly isBusy: boolean;
  readonly error: AppError | undefined;
  run(attempt: () => Promise<Result<Session>>): Promise<void>;
  forget(): void;
} {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  return {
    isBusy,
    error,
    async run(attempt) {
      setBusy(true);
      setError(undefined);
      const opened = await attempt();
      setBusy(false);
      if (opened.ok) onOpen(opened.value);
      else setError(opened.error);
    },
    forget() {
      setError(undefined);
    },
  };
}
