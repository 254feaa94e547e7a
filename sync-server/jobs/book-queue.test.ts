import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openBookQueue } from './book-queue.ts';
import { untilTonight } from './nightly.ts';

describe('the queue of books', () => {
  it('never works on one book twice at once, nor on too many, and forgets none', async () => {
    const running = new Set<string>();
    const done: string[] = [];
    let most = 0;
    const queue = openBookQueue(async (name) => {
      expect(running.has(name)).toBe(false);
      running.add(name);
      most = Math.max(most, running.size);
      await sleep(2);
      running.delete(name);
      done.push(name);
    }, 3);
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
    let runs = 0;
    const queue = openBookQueue(async () => {
      runs += 1;
      await sleep(10);
    }, 2);
    queue.add('a');
    await sleep(2);
    queue.add('a');
    queue.add('a');
    await queue.drain();
    expect(runs).toBe(2);
  });

  it('is drained at once when it is empty', async () => {
    await openBookQueue(() => Promise.resolve(), 1).drain();
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
