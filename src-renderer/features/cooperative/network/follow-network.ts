import type { ActivityGroups } from '../../../../shared/network/group-by-activity.ts';
import { groupByActivity } from '../../../../shared/network/group-by-activity.ts';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import { cooperativeIn } from '../../../data/read-cooperative.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { createRowCache } from './row-cache.ts';
import { runInSlices } from './run-in-slices.ts';

/** A burst of changes (an exchange) makes one computation. */
const COLLECT_MS = 150;

/** The network's rows as far as they are computed. */
export interface NetworkState {
  /** `undefined` until all rows were computed once. */
  readonly rows: readonly NetworkRow[] | undefined;
  readonly doneCount: number;
  readonly totalCount: number;
  /** The day the figures stand for. */
  readonly today: string;
}

export interface NetworkSources {
  readonly network: Pick<RecordImage, 'all' | 'isComplete' | 'notUnderstood' | 'subscribe'>;
  readonly commons: Pick<RecordImage, 'list' | 'isComplete' | 'notUnderstood' | 'subscribe'>;
  readonly today: () => string;
}

/**
 * Computes the rows of all activities now and after every change, in slices that leave the page responsive; only changed
 * activities are computed again. Nothing is shown before both stores were read whole: half a book gives wrong figures.
 * Returns what stops it.
 */
export function followNetwork(sources: NetworkSources, publish: (state: NetworkState) => void): () => void {
  const { network, commons } = sources;
  const rowOf = createRowCache();
  let groups: ActivityGroups = new Map();
  let rows: readonly NetworkRow[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isStopped = false;
  let changeCount = 0;

  const schedule = (): void => {
    changeCount += 1;
    if (isStopped || isRunning || timer !== undefined) return;
    timer = setTimeout(() => void compute(), rows === undefined ? 0 : COLLECT_MS);
  };
  const compute = async (): Promise<void> => {
    timer = undefined;
    if (!network.isComplete || !commons.isComplete) return;
    isRunning = true;
    const seenCount = changeCount;
    groups = groupByActivity(network.all(), groups);
    const cooperative = cooperativeIn(commons)?.body;
    const isEverywhere = commons.notUnderstood.length > 0;
    const incomplete = new Set(network.notUnderstood.map(({ activityId }) => activityId));
    const isIncomplete = (activityId: string): boolean => isEverywhere || incomplete.has(activityId);
    const context = { cooperative, today: sources.today(), isIncomplete };
    const totalCount = groups.size;
    const next: NetworkRow[] = [];
    const jobs = [...groups].map(([activityId, records]) => () => {
      next.push(rowOf(activityId, records, context));
    });
    const isDone = await runInSlices(jobs, {
      onProgress: (doneCount) => {
        publish({ rows, doneCount, totalCount, today: context.today });
      },
      isStopped: () => isStopped,
    });
    isRunning = false;
    if (!isDone) return;
    rows = next;
    publish({ rows, doneCount: totalCount, totalCount, today: context.today });
    // Changes that came meanwhile.
    if (changeCount !== seenCount) schedule();
  };

  const stops = [network.subscribe(schedule), commons.subscribe(schedule)];
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
