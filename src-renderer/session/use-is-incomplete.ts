import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from './session-context.tsx';

/** Whether figures of a book may lack something on this device (`BookStore.isIncomplete`); the member's own by default. */
export function useIsIncomplete(activityId?: string): boolean {
  const { store } = useSession();
  const subscribe = useCallback(
    (listener: () => void): (() => void) => {
      const stops = Object.values(store.parts.images).map((image) => image.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => store.isIncomplete(activityId ?? store.parts.account.activityId ?? ''));
}
