import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordImage } from '../data/record-image.ts';
import type { RecordCollection } from '../data/storage-access.ts';
import { readByIds, writeRecords } from '../data/storage-access.ts';

/**
 * RxDB looks for what an earlier session left unsent by the time it was written: what is older than the last thing sent is
 * passed over. After a clock was put back that is everything written since, for ever. Such records are written once more as
 * they are, which hands them to the push. `isHandled`: whether the push had a record's newest edit in this session.
 */
export async function resendLeftBehind(
  collection: RecordCollection,
  image: RecordImage,
  isHandled: (record: AnyRecord) => boolean,
): Promise<void> {
  await untilComplete(image);
  const isLeft = (record: AnyRecord): boolean => record.isPending === true && !isHandled(record);
  const ids = [...image.all()].filter(isLeft).map(({ id }) => id);
  if (ids.length === 0) return;
  const left = [...(await readByIds(collection, ids)).values()].filter(isLeft);
  // One by one: what a person changes at the same moment holds up no other, and goes out by itself.
  for (const record of left) await writeRecords(collection, [{ before: record, after: record }]);
}

function untilComplete(image: RecordImage): Promise<void> {
  if (image.isComplete) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = image.subscribe(() => {
      if (!image.isComplete) return;
      stop();
      resolve();
    });
  });
}
