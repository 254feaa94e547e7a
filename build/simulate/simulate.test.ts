import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BREAKS } from './breaks.ts';
import { runBatch } from './run-batch.ts';

const SEEDS = 30;

it(`a cooperative keeps its promises in ${String(SEEDS)} lives`, { timeout: 600_000 }, async () => {
  const broken: string[] = [];
  const { count } = await runBatch({ from: 1, seeds: SEEDS, jobs: 2, broken: undefined }, (outcome) => {
    broken.push(`npm run -s simulate -- --seed ${outcome.seed}: ${outcome.broken.join('; ')}`);
  });
  expect(broken).toEqual([]);
  expect(count).toBe(SEEDS);
});

it('the same seed is the same life in another process, whatever came before', { timeout: 600_000 }, async () => {
  const sums = async (from: number): Promise<string> => {
    const { digest } = await runBatch({ from, seeds: 1, jobs: 1, broken: undefined }, () => undefined);
    return digest;
  };
  expect(await sums(2)).toBe(await sums(2));
  expect(await sums(2)).not.toBe(await sums(3));
  const both = await runBatch({ from: 2, seeds: 2, jobs: 1, broken: undefined }, () => undefined);
  const apart = await runBatch({ from: 2, seeds: 2, jobs: 2, broken: undefined }, () => undefined);
  expect(both.digest).toBe(apart.digest);
});

it('every fault that can be put into the source still finds its place there', () => {
  const astray = BREAKS.flatMap(({ name, patches }) =>
    patches
      .filter(({ file, from }) => !readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').includes(from))
      .map(({ file }) => `${name}: ${file}`),
  );
  expect(astray).toEqual([]);
});

it('a fault that is put into the source is found out', { timeout: 600_000 }, async () => {
  const batch = { from: 1, seeds: 200, jobs: 2, broken: 'vanishing-edit' };
  expect((await runBatch(batch, () => undefined)).found).toBeGreaterThan(0);
});
