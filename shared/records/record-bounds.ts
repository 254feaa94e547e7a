import { MAX_AMOUNT_CENTS } from '../money/parse.ts';

/** No record is larger: characters of its texts and names and one for everything else in it; a conflict copy holds a record. */
export const MAX_RECORD_CHARS = 500_000;
const MAX_COPY_CHARS = MAX_RECORD_CHARS + 20_000;
/** No record is nested deeper; the deepest schema within a conflict copy takes nine levels. */
export const MAX_RECORD_DEPTH = 16;

/**
 * What makes a value unfit for any record, whoever wrote it: `size`, `depth`, or the path of a number that no amount may
 * be (every figure of a record is smaller) or of a member named `__proto__`. Undefined when nothing does. The schemas bound the members they know; this bounds
 * the others too, in a few microseconds, so that records read back from a store can be looked at as well. `hasWholeTexts`: also
 * the path of a text, or of the holder of a name, that CouchDB does not keep as it is; what was stored before stays readable.
 */
export function findExcess(value: unknown, hasWholeTexts = false): string | undefined {
  if (!isObject(value)) return undefined;
  let left = value['type'] === 'conflictCopy' ? MAX_COPY_CHARS : MAX_RECORD_CHARS;

  // Written for an interpreter: one call an object or list, none a text or number.
  function look(holder: Readonly<Record<string, unknown>>, depth: number): readonly string[] | undefined {
    if (depth > MAX_RECORD_DEPTH) return [DEPTH];
    for (const name in holder) {
      // The schemas' library leaves it out of what it returns: it would be stored and never compared.
      if (name === '__proto__') return [name];
      if (hasWholeTexts && BROKEN_TEXT.test(name)) return ['name'];
      const member = holder[name];
      left -= name.length + 1;
      if (typeof member === 'string') {
        left -= member.length;
        if (hasWholeTexts && BROKEN_TEXT.test(member)) return [name];
      } else if (typeof member === 'number') {
        if (!(member <= MAX_AMOUNT_CENTS && member >= -MAX_AMOUNT_CENTS)) return [name];
      } else if (isObject(member)) {
        const excess = look(member, depth + 1);
        if (excess !== undefined) return excess[0] === SIZE || excess[0] === DEPTH ? excess : [name, ...excess];
      }
      if (left < 0) return [SIZE];
    }
    return undefined;
  }

  return look(value, 1)?.join('.');
}

/** A null or one half of a character of two: CouchDB refuses the whole batch, or stores another text. */
const BROKEN_TEXT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;

const SIZE = 'size';
const DEPTH = 'depth';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
