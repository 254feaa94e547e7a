import { expect, it } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

function setUp(jobMs: number, count: number, stopAfter = Infinity) {
  let clock = 0;
  let doneCount = 0;
  let pauses = 0;
  const progress: number[] = [];
  const jobs = Array.from({ length: count }, () => () => {
    clock += jobMs;
    doneCount += 1;
  });
  const run = runInSlices(jobs, {
    onProgress: (value) => progress.push(value),
    isStopped: () => doneCount >= stopAfter,
    now: () => clock,
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  });
  return run.then((isDone) => ({ isDone, doneCount, pauses, progress }));
}

it('does all jobs and pauses every eight milliseconds', async () => {
  expect(await setUp(3, 8)).toEqual({ isDone: true, doneCount: 8, pauses: 2, progress: [3, 6] });
});

it('still does one job a slice when each takes longer', async () => {
  expect(await setUp(50, 3)).toEqual({ isDone: true, doneCount: 3, pauses: 3, progress: [1, 2, 3] });
});

it('stops between two jobs', async () => {
  expect(await setUp(3, 100, 4)).toMatchObject({ isDone: false, doneCount: 4 });
});

it('has nothing to do without jobs', async () => {
  expect(await setUp(3, 0)).toEqual({ isDone: true, doneCount: 0, pauses: 0, progress: [] });
});
