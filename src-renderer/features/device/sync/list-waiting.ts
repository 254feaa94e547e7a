import type { AnyRecord } from '../../../../shared/records/envelope.ts';

/** What waits for the next exchange, newest first, and how many of each type. */
export interface Waiting {
  readonly shown: readonly AnyRecord[];
  readonly hiddenCount: number;
  readonly countByType: ReadonlyMap<string, number>;
}

const SHOWN = 100;

/** Records the server has not accepted yet; those it refused and nobody touched since are told elsewhere. */
export function listWaiting(records: Iterable<AnyRecord>, refusedEdits: ReadonlyMap<string, string>): Waiting {
  const waiting: AnyRecord[] = [];
  const countByType = new Map<string, number>();
  for (const record of records) {
    if (record.isPending !== true || refusedEdits.get(record.id) === record.edits[0]) continue;
    waiting.push(record);
    countByType.set(record.type, (countByType.get(record.type) ?? 0) + 1);
  }
  waiting.sort((a, b) => (a.updatedAt === b.updatedAt ? (a.id < b.id ? -1 : 1) : a.updatedAt < b.updatedAt ? 1 : -1));
  return { shown: waiting.slice(0, SHOWN), hiddenCount: Math.max(0, waiting.length - SHOWN), countByType };
}
