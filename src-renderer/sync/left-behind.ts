import type { EventBulk, RxStorageChangeEvent } from 'rxdb';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordImage } from '../data/record-image.ts';
import type { RecordCollection } from '../data/storage-access.ts';
import { readByIds, writeRecords } from '../data/storage-access.ts';

/** What is passed over although it was written once more is passed over for a reason. */
const MOST_TIMES = 3;

/**
 * RxDB looks for what it has not sent by the time it was written: what is older than the last thing sent is passed over. After
 * a clock was put back that is everything an earlier session left unsent, and whatever is written at the very moment at which
 * it looks. Such records are written once more as they are, which hands them to the push.
 */
export class LeftBehind {
  readonly #collection: RecordCollection;
  readonly #image: RecordImage;
  readonly #isHandled: (record: AnyRecord) => boolean;
  /** What waits since it was written in this session, or since it could not be written, as far as it was not looked at. */
  readonly #written = new Set<string>();
  readonly #times = new Map<string, number>();

  /** `isHandled`: whether the push had a record's newest edit in this session. */
  constructor(collection: RecordCollection, image: RecordImage, isHandled: (record: AnyRecord) => boolean) {
    this.#collection = collection;
    this.#image = image;
    this.#isHandled = isHandled;
  }

  /** To be called with everything that is written. */
  note({ events }: EventBulk<RxStorageChangeEvent<AnyRecord>, unknown>): void {
    for (const { documentId, documentData } of events) {
      if (documentData.isPending === true) this.#written.add(documentId);
    }
  }

  /** Sends what earlier sessions left. */
  async resendAll(): Promise<void> {
    await untilComplete(this.#image);
    await this.#resend([...this.#image.all()].map(({ id }) => id));
  }

  /** Sends what was passed over since; to be called when nothing is being sent. */
  async resendWritten(): Promise<void> {
    const written = [...this.#written];
    this.#written.clear();
    await this.#resend(written);
  }

  async #resend(candidates: readonly string[]): Promise<void> {
    const isLeft = (record: AnyRecord): boolean => record.isPending === true && !this.#isHandled(record);
    const ids = candidates.filter((id) => {
      const record = this.#image.get(id);
      return record !== undefined && isLeft(record) && this.#timesOf(record) < MOST_TIMES;
    });
    if (ids.length === 0) return;
    const left = [...(await readByIds(this.#collection, ids)).values()].filter(isLeft);
    // One by one: what a person changes at the same moment holds up no other, and goes out by itself.
    for (const record of left) {
      const done = await writeRecords(this.#collection, [{ before: record, after: record }]);
      if (done.ok) this.#times.set(record.edits[0] ?? '', this.#timesOf(record) + 1);
      // A full disk is asked again once something was exchanged.
      else this.#written.add(record.id);
    }
  }

  #timesOf({ edits }: AnyRecord): number {
    return this.#times.get(edits[0] ?? '') ?? 0;
  }
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
