import { Subject } from 'rxjs';
import { beforeEach, expect, it } from 'vitest';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import { RecordImage } from './record-image.ts';
import type { RecordCollection } from './storage-access.ts';
import { indexVerdicts } from './verdicts.ts';

const VERDICTS = 1_000;
const context = sampleContext();
const idOf = (index: number): string => `invoice:${String(index)}`;

/** How often anybody asked a verdict what it is about. */
let readCount = 0;

function verdictOn(recordId: string, status = 'verified'): AnyRecord {
  const body = {
    get recordId(): string {
      readCount += 1;
      return recordId;
    },
    recordDigest: '0'.repeat(64),
    checkedAt: '2026-03-26T08:00:00.000Z',
    ruleVersion: 'invoice-1',
    differences: [],
  };
  return createRecord(context, { type: 'verdict', activityId: 'A', date: '2026-03-01', status, body });
}

/** An image that is fed by hand, as by the store's change stream. */
function openImage(): { readonly image: RecordImage; readonly bring: (...records: AnyRecord[]) => void } {
  const eventBulks$ = new Subject<object>();
  const image = new RecordImage({ eventBulks$ } as unknown as RecordCollection);
  const bring = (...records: AnyRecord[]): void => {
    const events = records.map((one) => ({ documentId: one.id, operation: 'UPDATE', documentData: one }));
    eventBulks$.next({ events });
  };
  return { image, bring };
}

beforeEach(() => {
  readCount = 0;
});

it('many rows find their verdicts by one reading of all, again only when a verdict changed', () => {
  const { image, bring } = openImage();
  const verdicts = Array.from({ length: VERDICTS }, (_, index) => verdictOn(idOf(index)));
  bring(...verdicts);
  const lookAt300 = (): number => {
    readCount = 0;
    for (let row = 0; row < 300; row += 1) {
      expect(indexVerdicts(image.list('verdict')).get(idOf(row))?.id).toBe(verdicts[row]?.id);
    }
    return readCount;
  };
  expect(lookAt300()).toBe(VERDICTS);
  bring(sampleEntry(context, { date: '2026-03-02', amountCents: 100 }));
  expect(lookAt300()).toBe(0);
});

it('a verdict that changed is found as it is now', () => {
  const { image, bring } = openImage();
  const first = verdictOn(idOf(1));
  bring(first);
  expect(indexVerdicts(image.list('verdict')).get(idOf(1))?.status).toBe('verified');
  bring(reviseRecord(context, first, { status: 'mismatch' }));
  expect(indexVerdicts(image.list('verdict')).get(idOf(1))?.status).toBe('mismatch');
});

it('of two on one record the difference is shown, whichever came last', () => {
  const { image, bring } = openImage();
  bring(verdictOn(idOf(1), 'mismatch'), verdictOn(idOf(1)));
  expect(indexVerdicts(image.list('verdict')).get(idOf(1))?.status).toBe('mismatch');
});
