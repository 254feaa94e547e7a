import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openBookWork } from './book-work.ts';

function open(quietMs: number, work: (book: string) => Promise<void>) {
  const log: string[] = [];
  const stopping = new AbortController();
  const opened = openBookWork({
    what: 'work',
    work,
    atOnce: 1,
    quietMs,
    isStopping: () => stopping.signal.aborted,
    logAgain: (what) => log.push(what),
    pause: (ms) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined),
    clock: () => new Date().toISOString(),
  });
  return { opened, log, stopping };
}

it('what comes in parts is worked on once, and what never ends after five times the quiet', async () => {
  const done: number[] = [];
  const { opened } = open(200, () => {
    done.push(performance.now());
    return Promise.resolve();
  });
  for (let part = 0; part < 10; part += 1) opened.add('a');
  await opened.settle();
  expect(done).toHaveLength(1);
  const started = performance.now();
  while (done.length < 2) {
    opened.add('a');
    await sleep(20);
  }
  expect((done[1] ?? 0) - started).toBeGreaterThanOrEqual(1_000);
  await opened.settle();
});

it('a book that fails keeps no other waiting, is named, and is done later by itself', async () => {
  let isBroken = true;
  const done: string[] = [];
  const { opened, log } = open(0, (book) => {
    if (book === 'bad' && isBroken) return Promise.reject(new Error('no'));
    done.push(book);
    return Promise.resolve();
  });
  for (const book of ['bad', 'good']) opened.add(book);
  await opened.drain();
  expect([done, log, opened.failing()]).toEqual([['good'], ['work of bad'], [{ book: 'bad', reason: 'no' }]]);
  isBroken = false;
  await opened.settle();
  expect([done, opened.failing()]).toEqual([['good', 'bad'], []]);
});

it('ends at once while books wait for quiet', async () => {
  const { opened, stopping } = open(60_000, () => Promise.resolve());
  opened.add('a');
  stopping.abort();
  await opened.settle();
});
