import { describe, expect, it } from 'vitest';
import { findExcess, MAX_RECORD_CHARS, MAX_RECORD_DEPTH } from './record-bounds.ts';

/** A value nested so deep, with one member of another value in the innermost. */
function nest(depth: number, innermost: unknown): object {
  return { a: depth === 1 ? innermost : nest(depth - 1, innermost) };
}

describe('what is unfit for any record', () => {
  it('is nothing that is no object: the envelope says what is wrong with it', () => {
    for (const value of [null, undefined, 'x'.repeat(MAX_RECORD_CHARS + 1), 1e15, true]) {
      expect(findExcess(value)).toBeUndefined();
    }
  });

  it('is a character too many, names counted in, and one for everything else', () => {
    const room = MAX_RECORD_CHARS - 'text'.length - 1;
    expect(findExcess({ text: 'x'.repeat(room) })).toBeUndefined();
    expect(findExcess({ text: 'x'.repeat(room + 1) })).toBe('size');
    expect(findExcess({ text: 'x'.repeat(room - 2), b: null })).toBeUndefined();
    expect(findExcess({ text: 'x'.repeat(room - 1), b: null })).toBe('size');
  });

  it('is less in a conflict copy, which holds a whole record', () => {
    const copied = { type: 'conflictCopy', body: { copy: { note: 'x'.repeat(MAX_RECORD_CHARS) } } };
    expect(findExcess(copied)).toBeUndefined();
    expect(findExcess({ ...copied, type: 'customer' })).toBe('size');
    expect(findExcess({ ...copied, more: 'x'.repeat(20_000) })).toBe('size');
  });

  it('is a level too deep, and nothing beside it that is no level', () => {
    expect(findExcess(nest(MAX_RECORD_DEPTH, {}))).toBe('depth');
    for (const value of [null, undefined, true, 1, 'x']) {
      expect(findExcess(nest(MAX_RECORD_DEPTH, value)), String(value)).toBeUndefined();
    }
  });

  it('is an amount beyond ten billion, on either side', () => {
    const most = 1_000_000_000_000;
    expect(findExcess({ body: { amountCents: most, vatCents: -most } })).toBeUndefined();
    expect(findExcess({ body: { amountCents: most + 1 } })).toBe('body.amountCents');
    expect(findExcess({ body: { amountCents: -most - 1 } })).toBe('body.amountCents');
  });

  it('is a name that no store keeps, told by who holds it', () => {
    expect(findExcess({ body: { list: [{ 'half \ud83c': 1 }] } }, true)).toBe('body.list.0.name');
    expect(findExcess({ body: { list: [{ 'half \ud83c': 1 }] } })).toBeUndefined();
  });
});
