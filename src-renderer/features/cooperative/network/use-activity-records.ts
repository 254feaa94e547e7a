import { useState } from 'react';
import { keepIfSame } from '../../../../shared/network/group-by-activity.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** All records of one activity in the network; the same list until one of them changes. `undefined` while the store is read. */
export function useActivityRecords(activityId: string): readonly AnyRecord[] | undefined {
  const { store } = useSession();
  const image = store.image('network');
  const [keep] = useState(createKeeper);
  return useFromImage(
    image,
    () => (image.isComplete ? keep([...image.all()].filter((record) => record.activityId === activityId)) : undefined),
    [image, activityId],
  );
}

/** Other books change all the time during an exchange; this one's figures are then not computed again. */
function createKeeper(): (next: readonly AnyRecord[]) => readonly AnyRecord[] {
  let previous: readonly AnyRecord[] | undefined;
  return (next) => {
    previous = keepIfSame(previous, next);
    return previous;
  };
}
