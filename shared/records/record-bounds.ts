import { MAX_AMOUNT_CENTS } from '../money/parse.ts';

/** No record is larger: characters of its texts and names and one for everything else in it; a conflict copy holds a record. */
export const MAX_RECORD_CHARS = 500_000;
const MAX_COPY_CHARS = MAX_RECORD_CHARS + 20_000;
/** No record is nested deeper; the deepest schema within a conflict copy takes nine levels. */
export const MAX_RECORD_DEPTH = 16;

/**
 * What makes a value too large for any record, whoever wrote it: `size`, `depth`, or the path of a number that no amount may
 * be (every figure of a record is smaller). Undefined when nothing does. The schemas bound the members they know; this bounds
 * the others too, in a few microseconds, so that records read back from a store can be looked at as well.
 */
export function findExcess(value: unknown): string | undefined {
  const isCopy = isObject(value) && value['type'] === 'conflictCopy';
  let left = isCopy ? MAX_COPY_CHARS : MAX_RECORD_CHARS;

  function look(member: unknown, depth: number): readonly string[] | undefined {
    left -= typeof member === 'string' ? member.length + 1 : 1;
    if (left < 0) return [SIZE];
    if (typeof member === 'number') return Math.abs(member) <= MAX_AMOUNT_CENTS ? undefined : [];
    if (!isObject(member)) return undefined;
    if (depth === MAX_RECORD_DEPTH) return [DEPTH];
    for (const name in member) {
      left -= name.length;
      const excess = look(member[name], depth + 1);
      if (excess !== undefined) return [SIZE, DEPTH].includes(excess[0] ?? '') ? excess : [name, ...excess];
    }
    return undefined;
  }

  return look(value, 0)?.join('.');
}

const SIZE = 'size';
const DEPTH = 'depth';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
