import { verdictsByRecord } from '../../shared/network/verification.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { RecordImage } from './record-image.ts';
import { useRecords } from './use-image.ts';

type Verdict = RecordOf<'verdict'>;

/** One index a list of verdicts; an image makes a new list only when one of them changed. */
const indexes = new WeakMap<readonly Verdict[], ReadonlyMap<string, Verdict>>();

/** The verdicts among some records by the id of what they are about, read through once a list. */
export function indexVerdicts(verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> {
  const known = indexes.get(verdicts);
  if (known !== undefined) return known;
  const index = verdictsByRecord(verdicts);
  indexes.set(verdicts, index);
  return index;
}

/** The server's verdict on one record of an image, followed as it changes. */
export function useVerdict(image: RecordImage, recordId: string): Verdict | undefined {
  return indexVerdicts(useRecords(image, 'verdict')).get(recordId);
}
