import type { RecordFacts } from './record-facts.ts';

/** Whether a status is the other or steps of the type's life cycle lead to it. */
export function isReachable(
  statuses: RecordFacts['statuses'],
  from: string,
  wanted: string,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (from === wanted) return true;
  return (statuses[from] ?? []).some(
    (next) => !seen.has(next) && isReachable(statuses, next, wanted, new Set([...seen, from])),
  );
}
