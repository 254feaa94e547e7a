import { useEffect, useRef, useState } from 'react';

/** What a long work is given: where to tell how far it got (0 to 1), and when to stop. */
interface WorkSignals {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Runs one long work at a time, with its progress; leaving the screen stops it. */
export function useWork(): {
  readonly share: number | undefined;
  readonly isRunning: boolean;
  run<T>(work: (signals: WorkSignals) => Promise<T>): Promise<T>;
  readonly cancel: () => void;
} {
  const [share, setShare] = useState<number>();
  const controller = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      controller.current?.abort();
    },
    [],
  );
  return {
    share,
    isRunning: share !== undefined,
    async run(work) {
      const own = new AbortController();
      controller.current = own;
      setShare(0);
      try {
        return await work({ onProgress: setShare, signal: own.signal });
      } finally {
        setShare(undefined);
      }
    },
    cancel() {
      controller.current?.abort();
    },
  };
}
