import { useMemo } from 'react';
import type { RecordImage } from '../../../data/record-image.ts';
import { useRecords } from '../../../data/use-image.ts';
import type { QueuedPay } from './list-pays.ts';
import { listQueuedPays } from './list-pays.ts';

/** The pays that wait, listed again only when pays, settings or verdicts changed; `undefined` until the network was read whole. */
export function useQueue(image: RecordImage): readonly QueuedPay[] | undefined {
  const statements = useRecords(image, 'salaryStatement');
  const abroadPays = useRecords(image, 'abroadPay');
  const settings = useRecords(image, 'activitySettings');
  const verdicts = useRecords(image, 'verdict');
  const { isComplete } = image;
  return useMemo(
    () => (isComplete ? listQueuedPays({ pays: [...statements, ...abroadPays], settings, verdicts }) : undefined),
    [isComplete, statements, abroadPays, settings, verdicts],
  );
}
