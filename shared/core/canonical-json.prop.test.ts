import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from './canonical-json.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { digestOf } from './digest.ts';
import { encodeUtf8 } from './utf8.ts';
import { hash } from '../testing/hash.ts';

const json = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>;

function shuffleKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => shuffleKeys(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, member === undefined ? member : shuffleKeys(member)]),
  );
}

describe('canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(toCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(toCanonicalJson(shuffleKeys(value))).toBe(toCanonicalJson(value));
      }),
    );
  });

  it('refuses numbers that JSON cannot hold', () => {
    expect(() => toCanonicalJson({ a: Number.NaN })).toThrow();
    expect(() => toCanonicalJson([Number.POSITIVE_INFINITY])).toThrow();
  });

  it('gives the SHA-256 of its UTF-8 bytes', () => {
    expect(digestOf({ b: 1, a: 'é€😀' }, hash)).toBe(
      createHash('sha256').update('{"a":"é€😀","b":1}', 'utf8').digest('hex'),
    );
  });

  it('encodes UTF-8 as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.from(encodeUtf8(text))).toEqual(Array.from(new TextEncoder().encode(text)));
      }),
    );
  });
});
