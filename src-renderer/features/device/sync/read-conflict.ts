import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../../data/book-store.ts';
import { planChoice } from '../../../data/commands/device/settle-conflict.ts';
import { readKeptVersion } from '../../../data/conflicts/conflict-copy.ts';
import { listShownFields } from './list-shown-fields.ts';

/** Two versions of one record, as a person compares them. */
export interface ShownConflict {
  /** The version that a copy keeps; `undefined` when it cannot be read. */
  readonly kept: AnyRecord | undefined;
  /** What stands in its place, in a book or in the settings of the cooperative; `undefined` when it is not on this device. */
  readonly current: AnyRecord | undefined;
  /** The members to compare. */
  readonly fields: readonly string[];
  /** Whether the kept version can still be taken. */
  readonly canTake: boolean;
}

/** What a copy shows on this device now. */
export function readConflict(store: BookStore, copy: RecordOf<'conflictCopy'>): ShownConflict {
  const kept = readKeptVersion(copy);
  const current = store.find(copy.body.recordId);
  if (kept === undefined || current === undefined) return { kept, current, fields: copy.body.fields, canTake: false };
  const fields = listShownFields(current, kept, copy.body.fields);
  return { kept, current, fields, canTake: planChoice(current, kept, copy).ok };
}
