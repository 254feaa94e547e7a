import { expect, it, onTestFinished } from 'vitest';
import { startTestCouch } from '../testing/test-couch.ts';
import { openFingerprints } from './read-fingerprints.ts';

it('what devices compare with is read once for all who ask, and again after a change', async () => {
  const { couch, close } = await startTestCouch();
  onTestFinished(close);
  await couch.request({ db: 'book-a', method: 'PUT' });
  const book = couch.database('book-a');
  const put = (id: string, edit: string): Promise<string> =>
    book.put({ _id: id, date: '2026-03-02', edits: [edit], note: 'x'.repeat(20_000) });
  await put('customer:1', 'e1');
  const fingerprints = openFingerprints(couch);
  const read: number[] = [];
  const noteBytes = (count: number): void => {
    read.push(count);
  };
  const asked = await Promise.all(Array.from({ length: 20 }, () => fingerprints.months(book.name, noteBytes)));
  expect(new Set(asked.map((lines) => JSON.stringify(lines))).size).toBe(1);
  expect(asked[0]).toMatchObject([{ month: '2026-03', count: 1 }]);
  expect(read).toEqual([expect.any(Number)]);
  expect(read[0]).toBeGreaterThan(20_000);

  // Asked while the former list is read: what was written before is in the answer.
  await put('customer:2', 'e2');
  const first = fingerprints.months(book.name, noteBytes);
  await put('customer:3', 'e3');
  const [, listed] = await Promise.all([first, fingerprints.month(book.name, '2026-03', noteBytes)]);
  expect(listed?.map(({ edit }) => edit)).toEqual(['e1', 'e2', 'e3']);
});
