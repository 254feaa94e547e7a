/** A repeatable source of chance: the same seed gives the same sequence in every runtime. */
export interface DemoRandom {
  /** An integer from `min` to `max`, both included. */
  readonly integer: (min: number, max: number) => number;
  /** True `percent` times in a hundred. */
  readonly chance: (percent: number) => boolean;
  /** One item of a list that is not empty. */
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Chance from a text seed (xorshift on 32 bits, seeded by FNV-1a). Not for secrets. */
export function seedRandom(seed: string): DemoRandom {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193) >>> 0;
  }
  if (state === 0) state = 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  // The first values after a seed still look like it.
  for (let round = 0; round < 8; round += 1) next();
  const integer = (min: number, max: number): number => min + (next() % (max - min + 1));
  return {
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
