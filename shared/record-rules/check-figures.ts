import type { AnyRecord } from '../records/envelope.ts';
import type { Difference } from './difference.ts';
import { MAX_DIFFERENCES } from './difference.ts';
import type { FigureTools } from './record-rules.ts';
import { rulesOf } from './rules-table.ts';

/** Recomputes every computed figure of a record with the shared rules; an empty list means that all of them follow. */
export function checkFigures(record: AnyRecord, tools: FigureTools): readonly Difference[] {
  return rulesOf(record)?.findDifferences(record, tools).slice(0, MAX_DIFFERENCES) ?? [];
}
