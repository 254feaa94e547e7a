import { toEpochDay } from '../time/plain-date.ts';
import { seedRandom } from './demo-random.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids that look and sort like ULIDs but are the same in every run. */
export interface DemoIds {
  /** 26 characters; ids of one day sort in the order they were asked for. */
  readonly next: (date: string) => string;
}

/** Repeatable ids; give every book its own seed. */
export function seedIds(seed: string): DemoIds {
  const random = seedRandom(`ids of ${seed}`);
  let count = 0;
  return {
    next: (date) => {
      count += 1;
      const timeMs = toEpochDay(date) * 86_400_000 + count;
      let tail = '';
      for (let position = 0; position < 16; position += 1) tail += ALPHABET.charAt(random.integer(0, 31));
      return encodeTime(timeMs) + tail;
    },
  };
}

function encodeTime(timeMs: number): string {
  let rest = timeMs;
  let text = '';
  for (let position = 0; position < 10; position += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
