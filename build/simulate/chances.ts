import type { DemoRandom } from '../../shared/demo/demo-random.ts';

/** What may happen, and how often against the others. */
export type Chances<T> = readonly (readonly [weight: number, what: T])[];

/** One of them, by chance. */
export function pickByWeight<T>(random: DemoRandom, chances: Chances<T>): T {
  const total = chances.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.integer(1, total);
  for (const [weight, what] of chances) {
    left -= weight;
    if (left <= 0) return what;
  }
  throw new Error('nothing may happen');
}
