import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openBookPace } from './book-pace.ts';
import type { Rest } from './book-queue.ts';
import { openBookQueue } from './book-queue.ts';
import { untilTonight } from './nightly.ts';

const DONE: Rest = { pauseMs: 0, isUnfinished: false };
const never = (): Promise<void> => Promise.reject(new Error('nothing rests here'));

describe('the queue of books', () => {
  it('never works on one book twice at once, nor on too many, and forgets none', async () => {
    const running = new Set<string>();
    const done: string[] = [];
    let most = 0;
    const queue = openBookQueue(
      async (name) => {
        expect(running.has(name)).toBe(false);
        running.add(name);
        most = Math.max(most, running.size);
        await sleep(2);
        running.delete(name);
        done.push(name);
        return DONE;
      },
      3,
      never,
    );
    for (let round = 0; round < 5; round += 1) {
      for (const name of ['a', 'b', 'c', 'd', 'e']) queue.add(name);
      await sleep(1);
    }
    await queue.drain();
    expect(most).toBe(3);
    expect(queue.size()).toBe(0);
    expect(new Set(done).size).toBe(5);
  });

  it('works again on a book that was named while it was worked on', async () => {
    const ends: (() => void)[] = [];
    let runs = 0;
    const queue = openBookQueue(
      async () => {
        runs += 1;
        if (runs === 1) await new Promise<void>((resolve) => ends.push(resolve));
        return DONE;
      },
      2,
      never,
    );
    queue.add('a');
    await expect.poll(() => runs).toBe(1);
    queue.add('a');
    queue.add('a');
    ends.shift()?.();
    await queue.drain();
    expect(runs).toBe(2);
  });

  it('is drained at once when it is empty', async () => {
    await openBookQueue(() => Promise.resolve(DONE), 1, never).drain();
  });
});

describe('a book that rests', () => {
  it('keeps nobody waiting, is worked on once for all that named it, and again by itself when it is unfinished', async () => {
    const rests: (() => void)[] = [];
    const worked: string[] = [];
    const after = new Map([['fat', { pauseMs: 60_000, isUnfinished: false }]]);
    const queue = openBookQueue(
      (name) => {
        worked.push(name);
        return Promise.resolve(after.get(name) ?? DONE);
      },
      1,
      () => new Promise((resolve) => rests.push(resolve)),
    );
    queue.add('fat');
    await queue.settle();
    for (let push = 0; push < 5; push += 1) queue.add('fat');
    queue.add('small');
    await queue.drain();
    expect([worked, queue.size(), rests.length]).toEqual([['fat', 'small'], 1, 1]);
    after.set('fat', { pauseMs: 500, isUnfinished: true });
    rests.shift()?.();
    await expect.poll(() => rests.length).toBe(1);
    expect(worked).toEqual(['fat', 'small', 'fat']);
    after.delete('fat');
    rests.shift()?.();
    await queue.settle();
    expect([worked.length, queue.size()]).toEqual([4, 0]);
  });

  it('rests so that it takes a twentieth of the time, a minute at most; what is quick never does', async () => {
    let now = 0;
    const pace = openBookPace(() => now);
    const take = (book: string, ms: number): Promise<void> =>
      pace.measure(book, () => {
        now += ms;
        return Promise.resolve();
      });
    for (let push = 0; push < 1_000; push += 1) {
      await take('small', 5);
      expect(pace.restOf('small')).toBe(0);
      now += 100;
    }
    await take('fat', 800);
    expect(pace.restOf('fat')).toBe(10_000);
    expect(pace.restOf('small')).toBe(0);
    now += 10_000;
    expect(pace.restOf('fat')).toBe(0);
    await take('fat', 3_600_000);
    expect(pace.restOf('fat')).toBe(60_000);
  });
});

describe('the nightly pass', () => {
  it.each([
    ['2026-03-01T02:29:00', 60_000],
    ['2026-03-01T02:30:00', 86_400_000],
    ['2026-03-01T23:30:00', 3 * 3_600_000],
  ])('from %s waits %i ms', (now, ms) => {
    expect(untilTonight(new Date(now))).toBe(ms);
  });
});
