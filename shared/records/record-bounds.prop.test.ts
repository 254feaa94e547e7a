import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { checkRecord } from './check-record.ts';
import { envelopeSchema } from './envelope.ts';
import { findExcess, MAX_RECORD_CHARS, MAX_RECORD_DEPTH } from './record-bounds.ts';
import { ANY_SIZE } from './record-facts.ts';
import { RECORD_TYPES } from './registry.ts';

/** Members that hold whatever another version of Sillon, or another type, put there: bounded with the whole record. */
const BOUNDED_WITH_THE_RECORD = ['envelope.body', 'conflictCopy.copy'];

interface Check {
  readonly _zod: {
    readonly def: {
      readonly check: string;
      readonly maximum?: number;
      readonly length?: number;
      readonly value?: number;
      readonly pattern?: RegExp;
    };
  };
}

/** The parts of a zod schema that the walk looks at. */
interface Node {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly checks?: readonly Check[];
      readonly shape?: Readonly<Record<string, Node>>;
      readonly element?: Node;
      readonly innerType?: Node;
      readonly options?: readonly Node[];
    };
  };
}

const LARGEST = 1_000_000_000_000;

/** The paths of everything in a schema that may be as large as it likes. */
function listUnbounded({ _zod: { def } }: Node, path: string): string[] {
  if (BOUNDED_WITH_THE_RECORD.includes(path)) return [];
  const checks = (def.checks ?? []).map((check) => check._zod.def);
  const has = (isLimit: (check: Check['_zod']['def']) => boolean): boolean => checks.some(isLimit);
  const hasLength = has(({ maximum, length }) => (maximum ?? length ?? LARGEST) < LARGEST);
  switch (def.type) {
    case 'boolean':
    case 'enum':
    case 'literal':
      return [];
    case 'union':
      return (def.options ?? []).flatMap((option) => listUnbounded(option, path));
    case 'number': {
      const isLow = has(({ check, value = -Infinity }) => check === 'greater_than' && value >= -LARGEST);
      return isLow && has(({ check, value = Infinity }) => check === 'less_than' && value <= LARGEST) ? [] : [path];
    }
    case 'string':
      return hasLength || has(({ pattern }) => pattern !== undefined && isBounded(pattern)) ? [] : [path];
    case 'optional':
      return def.innerType === undefined ? [path] : listUnbounded(def.innerType, path);
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, member]) => listUnbounded(member, `${path}.${name}`));
    case 'array': {
      const inner = def.element === undefined ? [path] : listUnbounded(def.element, `${path}[]`);
      return hasLength ? inner : [path, ...inner];
    }
    default:
      return [`${path} (${def.type})`];
  }
}

/** Characters of JSON that the largest value of a schema takes, escapes left out. */
function largestOf({ _zod: { def } }: Node): number {
  const limits = (def.checks ?? []).map((check) => {
    const { maximum, length, pattern } = check._zod.def;
    const counted = [...(pattern?.source ?? '').matchAll(/\{(?:\d+,)?(\d+)\}/g)].map(([, most]) => Number(most));
    return maximum ?? length ?? (pattern === undefined ? LARGEST : counted.reduce((sum, most) => sum + most, 10));
  });
  const most = Math.min(LARGEST, ...limits);
  const quoted = 2;
  switch (def.type) {
    case 'string':
      return most + quoted;
    case 'optional':
      return def.innerType === undefined ? 0 : largestOf(def.innerType);
    case 'object':
      return Object.entries(def.shape ?? {}).reduce((sum, [name, one]) => sum + name.length + 4 + largestOf(one), 2);
    case 'union':
      return Math.max(0, ...(def.options ?? []).map(largestOf));
    case 'array':
      return def.element === undefined ? 0 : most * (largestOf(def.element) + 1) + 2;
    default:
      return 20;
  }
}

/** A pattern from start to end in which nothing repeats without a limit. */
function isBounded({ source }: RegExp): boolean {
  return (
    source.startsWith('^') && source.endsWith('$') && !/[*+]|\{\d+,\}/.test(source.replace(/\\.|\[[^\]]*\]/g, 'x'))
  );
}

describe('every member of every schema has a limit', () => {
  it.each(Object.keys(RECORD_TYPES) as (keyof typeof RECORD_TYPES)[])('%s', (type) => {
    expect(listUnbounded(RECORD_TYPES[type].body as unknown as Node, type)).toEqual([]);
  });

  it('the envelope', () => {
    expect(listUnbounded(envelopeSchema as unknown as Node, 'envelope')).toEqual([]);
  });

  it('and a pattern without one is noticed', () => {
    expect([/^[a-z]+$/, /^a{2,}$/, /^[a-z]*$/, /[a-z]{2}/].map(isBounded)).toEqual([false, false, false, false]);
    expect([/^[a-z]{1,40}$/, /^-?\d{1,9}(\.\d{1,6})?$/, /^\d\+$/].map(isBounded)).toEqual([true, true, true]);
  });
});

it('what a type may be as a whole is twice what its schema takes, and no more than is needed', () => {
  const envelope = largestOf(envelopeSchema);
  for (const [type, { body, mostChars }] of Object.entries(RECORD_TYPES)) {
    const largest = envelope + largestOf(body);
    if (mostChars === ANY_SIZE) continue;
    expect(mostChars, type).toBeGreaterThan(2 * largest);
    expect(mostChars, type).toBeLessThanOrEqual(Math.max(16_000, 2.2 * largest));
  }
});

describe('the texts of a record', () => {
  const entry = sampleEntry(sampleContext('ada.fall', 'texts'), { date: '2026-03-02', amountCents: 100 });
  const unit = fc.constantFrom('\0', '\ud83c', '\udf5e', '🍞', 'é', 'a', '\n', '\uffff');

  it('are whole, as a store keeps them, wherever they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), fc.constantFrom('text', 'name', 'list'), (text, place) => {
        const extra = place === 'text' ? { mood: text } : place === 'name' ? { [text]: 1 } : { mood: [{ a: text }] };
        const isWhole = text.isWellFormed() && !text.includes('\0');
        expect(checkRecord({ ...entry, body: { ...entry.body, ...extra } }).ok).toBe(isWhole);
      }),
    );
  });

  it('stay readable when a version before wrote others', () => {
    const before = { ...entry, body: { ...entry.body, label: 'half \ud83c' } };
    expect(findExcess(before)).toBeUndefined();
    expect(checkRecord(before)).toMatchObject({ error: { details: { path: 'body.label' } } });
  });
});

describe('a record as a whole', () => {
  const entry = sampleEntry(sampleContext('ada.fall', 'bounds'), { date: '2026-03-02', amountCents: 100 });
  const nest = (depth: number): unknown => (depth === 0 ? 1 : { inner: nest(depth - 1) });

  it('keeps members that this version does not know, as long as they are small', () => {
    expect(checkRecord({ ...entry, body: { ...entry.body, mood: { colour: 'blue', sides: [1, 2] } } }).ok).toBe(true);
  });

  it('is compared as it is stored: what passes has every member that was given', () => {
    const names = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '0', 'mood');
    const extra = fc.dictionary(names, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true });
    fc.assert(
      fc.property(extra, fc.constantFrom('body', 'createdBy', 'record'), (members, place) => {
        const given = structuredClone(place === 'record' ? entry : place === 'body' ? entry.body : entry.createdBy);
        for (const [name, value] of Object.entries(members)) {
          Object.defineProperty(given, name, { value, enumerable: true, configurable: true, writable: true });
        }
        const record = place === 'record' ? given : { ...entry, [place]: given };
        const checked = checkRecord(record);
        if (checked.ok) {
          const [found, expected] = [checked.value, record].map((one) => toCanonicalJson(one as unknown as JsonValue));
          expect(found).toBe(expected);
        } else expect(checked.error.code).toBe('record.invalid');
      }),
    );
    const hidden = { ...entry, body: JSON.parse(`{"__proto__":{},${JSON.stringify(entry.body).slice(1)}`) as object };
    expect(checkRecord(hidden)).toMatchObject({ error: { details: { path: 'body.__proto__' } } });
  });

  it.each([
    ['size', { note: 'x'.repeat(MAX_RECORD_CHARS) }],
    ['size', { notes: Array.from({ length: MAX_RECORD_CHARS }, () => 0) }],
    ['depth', { deep: nest(MAX_RECORD_DEPTH) }],
    ['body.bytes', { bytes: 1e14 }],
    ['body.bytes', { bytes: Number.NaN }],
    ['body.inner.inner', { inner: { inner: -1e13 } }],
  ])('is refused for %s', (excess, extra) => {
    const record = { ...entry, body: { ...entry.body, ...extra } };
    expect(findExcess(record)).toBe(excess);
    expect(checkRecord(record)).toMatchObject({ error: { code: 'record.invalid', details: { path: excess } } });
  });
});
