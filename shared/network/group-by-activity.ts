import { COOPERATIVE } from '../access/database-names.ts';
import type { AnyRecord } from '../records/envelope.ts';

/** The records of each activity, by activity id. */
export type ActivityGroups = ReadonlyMap<string, readonly AnyRecord[]>;

/**
 * Groups the records of the network by activity in one pass; records of the cooperative itself are left out. A group whose
 * records are the same objects as in `previous` stays the same array, so that what was computed from it stays valid.
 */
export function groupByActivity(records: Iterable<AnyRecord>, previous: ActivityGroups = new Map()): ActivityGroups {
  const groups = new Map<string, AnyRecord[]>();
  for (const record of records) {
    if (record.activityId === COOPERATIVE) continue;
    const group = groups.get(record.activityId);
    if (group === undefined) groups.set(record.activityId, [record]);
    else group.push(record);
  }
  const kept = new Map<string, readonly AnyRecord[]>();
  for (const [activityId, group] of groups) kept.set(activityId, keepIfSame(previous.get(activityId), group));
  return kept;
}

/** The previous list when it holds the same objects in the same order, otherwise the new one. */
export function keepIfSame(
  previous: readonly AnyRecord[] | undefined,
  next: readonly AnyRecord[],
): readonly AnyRecord[] {
  if (previous?.length !== next.length) return next;
  return next.every((record, index) => record === previous[index]) ? previous : next;
}
