import type { RecordTypeInfo } from './registry.ts';

/** Whether a status is the other or steps of the type's life cycle lead to it. */
export function isReachable(
  statuses: RecordTypeInfo['statuses'],
  from: string,
  wanted: string,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (from === wanted) return true;
  return (statuses[from] ?? []).some(
    (next) => !seen.has(next) && isReachable(statuses, next, wanted, new Set([...seen, from])),
  );
}
