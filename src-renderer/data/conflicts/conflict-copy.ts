import type { JsonValue } from '../../../shared/core/canonical-json.ts';
import { digestOf } from '../../../shared/core/digest.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import { envelopeSchema } from '../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import type { WriteContext } from '../../../shared/records/write-record.ts';
import { createRecord } from '../../../shared/records/write-record.ts';
import { isOfItsRecord } from '../../../shared/sync/check-kept-version.ts';
import { hashBytes } from '../hash.ts';

/**
 * Keeps a version that lost, under an id made from its content, so that keeping it twice leaves one copy. `winner` is the
 * version it lost against, as its author left it.
 */
export function buildConflictCopy(
  context: WriteContext,
  lost: AnyRecord,
  fields: readonly string[],
  reason: string,
  winner?: AnyRecord,
): RecordOf<'conflictCopy'> {
  const { isPending, ...kept } = lost;
  // Records are JSON by construction.
  const digest = digestOf(kept as unknown as JsonValue, hashBytes);
  return createRecord(context, {
    type: 'conflictCopy',
    id: `conflictCopy:${digest.slice(0, 24)}`,
    activityId: kept.activityId,
    date: kept.date,
    status: 'open',
    body: {
      recordId: kept.id,
      fields: [...fields],
      reason,
      copy: { ...kept },
      ...(winner !== undefined && { inPlace: { ...winner.updatedBy, at: winner.updatedAt } }),
    },
  });
}

/** The version a conflict copy keeps, or `undefined` when it cannot be read or is not of the record that it names. */
export function readKeptVersion(copy: RecordOf<'conflictCopy'>): AnyRecord | undefined {
  const read = envelopeSchema.safeParse(copy.body.copy);
  if (!read.success || !isOfItsRecord(copy)) return undefined;
  const { isPending, ...kept } = read.data;
  return kept;
}
