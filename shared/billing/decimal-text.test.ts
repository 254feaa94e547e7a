import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { formatDecimal, parseDecimal } from './decimal-text.ts';

describe('parseDecimal', () => {
  it.each([
    ['1', '1'],
    ['1,5', '1.5'],
    ['1.50', '1.5'],
    [',5', '0.5'],
    ['5,', '5'],
    ['007', '7'],
    ['-2,25', '-2.25'],
    ['−3', '-3'],
    ['-0', '0'],
    ['1 234,5', '1234.5'],
    ['1\u202f234,5', '1234.5'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1.234', '1.234'],
    ['2,500', '2.5'],
  ])('reads %s as %s', (text, decimal) => {
    expect(unwrap(parseDecimal(text))).toBe(decimal);
  });

  it.each(['', '-', ',', 'abc', '1,2,3', '1.234.56', '1,1234567', '1234567890', '1e5', 'x1.234,56', '1.234,56x'])(
    'refuses %s',
    (text) => {
      expect(parseDecimal(text)).toMatchObject({ ok: false, error: { code: 'quantity.invalid', details: { text } } });
    },
  );

  it('reads back what it printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.stringMatching(/^\d{0,5}[1-9]$/),
        fc.constantFrom('fr' as const, 'en' as const),
        (whole, digits, language) => {
          const decimal = `${String(whole)}.${digits}`;
          expect(unwrap(parseDecimal(formatDecimal(decimal, language)))).toBe(decimal);
        },
      ),
    );
  });

  it('prints at least the decimals asked for', () => {
    expect(formatDecimal('1234.5', 'fr', 2)).toBe('1\u202f234,50');
    expect(formatDecimal('-1234', 'en', 2)).toBe('−1,234.00');
    expect(formatDecimal('0.529', 'fr', 2)).toBe('0,529');
    expect(formatDecimal('1234', 'fr')).toBe('1\u202f234');
  });
});
