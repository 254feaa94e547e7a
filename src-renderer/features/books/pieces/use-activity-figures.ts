import type { Result } from '../../../../shared/core/result.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { computeActivityFigures } from '../../../data/activity-figures.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useCooperative } from '../../../session/use-cooperative.ts';

/** Figures of the member's own activity; `undefined` until the whole book was read. */
export function useActivityFigures(): Result<ActivityFigures> | undefined {
  const { store } = useSession();
  const cooperative = useCooperative()?.body;
  const today = localToday();
  return useFromImage(
    store.book,
    () => (store.book.isComplete ? computeActivityFigures([...store.book.all()], cooperative, today) : undefined),
    [store, cooperative, today],
  );
}
