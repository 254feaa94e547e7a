import { useState } from 'react';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { Session } from '../../../session/session.ts';

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
      // A device may refuse anything at any moment; whatever it is, the form does not wait for ever.
      const opened = await attempt().catch((thrown: unknown) =>
        fail(appError('store.unavailable', String(thrown).slice(0, 200))),
      );
      setBusy(false);
      if (opened.ok) onOpen(opened.value);
      else setError(opened.error);
    },
    forget() {
      setError(undefined);
    },
  };
}
