import { useState } from 'react';
import type { AppError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';

/** Saves one file at a time and keeps what went wrong. */
export function useSaving(): {
  readonly isBusy: boolean;
  readonly error: AppError | undefined;
  readonly save: (make: () => Promise<Result<null>>) => Promise<void>;
} {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  return {
    isBusy,
    error,
    save: async (make) => {
      setError(undefined);
      setIsBusy(true);
      try {
        const saved = await make();
        if (!saved.ok) setError(saved.error);
      } finally {
        setIsBusy(false);
      }
    },
  };
}
