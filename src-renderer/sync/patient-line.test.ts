import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserTimers } from './browser-surroundings.ts';
import { SyncError } from './couch-http.ts';
import { PatientLine } from './patient-line.ts';

/** Its timers are those that the tests move. */
const AROUND = { timers: browserTimers, random: () => 0.5 };
const works = (): Promise<string> => Promise.resolve('through');
const fails = (): Promise<string> => Promise.reject(new Error('no line'));

/** Fails once; resolves with the time the pause took. */
async function failOnce(line: PatientLine): Promise<number> {
  const started = Date.now();
  await line.attempt(fails).catch(() => undefined);
  return Date.now() - started;
}

describe('the line of one database', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('pauses longer with every failure, half a minute at most', async () => {
    const line = new PatientLine(AROUND, () => undefined);
    const pauses: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const failed = failOnce(line);
      await vi.advanceTimersByTimeAsync(60_000);
      pauses.push(await failed);
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('lets the error through after its pause and tells of it before', async () => {
    const told: unknown[] = [];
    const line = new PatientLine(AROUND, (error) => told.push(error));
    const failed = line.attempt(fails);
    const outcome = expect(failed).rejects.toThrow('no line');
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await outcome;
  });

  it('ends every pause when another request gets through, and starts afresh', async () => {
    const line = new PatientLine(AROUND, () => undefined);
    for (let round = 0; round < 4; round += 1) {
      const failed = failOnce(line);
      await vi.advanceTimersByTimeAsync(60_000);
      await failed;
    }
    const push = failOnce(line);
    const bell = failOnce(line);
    await vi.advanceTimersByTimeAsync(500);
    expect(await line.attempt(works)).toBe('through');
    expect(await push).toBe(500);
    expect(await bell).toBe(500);
    expect(line.isFailing).toBe(false);
    const next = failOnce(line);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await next).toBe(1_000);
  });

  it('ends every pause when somebody wakes it', async () => {
    const line = new PatientLine(AROUND, () => undefined);
    const failed = failOnce(line);
    await vi.advanceTimersByTimeAsync(100);
    line.wake();
    expect(await failed).toBe(100);
  });

  it('waits out what the server asks for, whoever wakes it or gets through meanwhile', async () => {
    const line = new PatientLine(AROUND, () => undefined);
    const busy = (): Promise<string> => Promise.reject(new SyncError('network.busy', 429, '', 20_000));
    const started = Date.now();
    const failed = line.attempt(busy).catch(() => Date.now() - started);
    await vi.advanceTimersByTimeAsync(100);
    line.wake();
    let asked = 0;
    const next = line.attempt(() => Promise.resolve((asked = Date.now() - started)));
    await vi.advanceTimersByTimeAsync(19_000);
    line.wake();
    expect(asked).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await failed).toBe(20_000);
    expect(await next).toBe(20_000);
  });

  it('asks no more once it is signed out, until somebody wants it to', async () => {
    const line = new PatientLine(AROUND, () => undefined);
    let asked = 0;
    const ended = (): Promise<string> => {
      asked += 1;
      return Promise.reject(new SyncError('session.ended', 401, ''));
    };
    const failed = line.attempt(ended).catch(() => 'told');
    const next = line.attempt(works);
    void line.attempt(ended).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(100);
    const before = asked;
    // What a person writes wakes the line; an evening goes by.
    line.wake();
    const later = line.attempt(() => {
      asked += 1;
      return works();
    });
    await vi.advanceTimersByTimeAsync(4 * 3_600_000);
    expect(asked).toBe(before);
    line.askAgain();
    expect(await Promise.all([failed, next, later])).toEqual(['told', 'through', 'through']);
  });

  it('lets go of what the server asks for when it is over', async () => {
    const line = new PatientLine(AROUND, () => undefined);
    const failed = line.attempt(() => Promise.reject(new SyncError('network.busy', 429, '', 20_000)));
    const outcome = expect(failed).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(100);
    line.end();
    await outcome;
  });

  it('holds nobody up once it is over', async () => {
    const line = new PatientLine(AROUND, () => undefined);
    const failed = failOnce(line);
    await vi.advanceTimersByTimeAsync(100);
    line.end();
    expect(await failed).toBe(100);
    expect(await failOnce(line)).toBe(0);
  });
});
