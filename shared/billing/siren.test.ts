import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSiren, parseSiren } from './siren.ts';
import { frenchVatNumber, parseVatNumber } from './vat-number.ts';

// Public numbers: La Poste, SNCF, INSEE.
const KNOWN = ['356000000', '552049447', '120027016'];

describe('parseSiren', () => {
  it.each(KNOWN)('accepts %s however it is spaced', (siren) => {
    expect(parseSiren(formatSiren(siren))).toBe(siren);
    expect(parseSiren(` ${siren.slice(0, 3)}.${siren.slice(3)} `)).toBe(siren);
  });

  it('takes the SIREN out of a SIRET', () => {
    expect(parseSiren('552 049 447 00013')).toBe('552049447');
  });

  it('finds every single wrong digit and every swap of neighbours but 0 and 9', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (siren, position, shift) => {
          const digit = (Number(siren[position]) + shift) % 10;
          expect(parseSiren(siren.slice(0, position) + String(digit) + siren.slice(position + 1))).toBeUndefined();
          const [a = '', b = ''] = siren.slice(position, position + 2);
          if (b === '' || a === b || [a, b].sort().join('') === '09') return;
          expect(parseSiren(siren.slice(0, position) + b + a + siren.slice(position + 2))).toBeUndefined();
        },
      ),
    );
  });

  it.each(['', '12345678', '1234567890', '55204944A', '552 049 447 000'])('refuses %s', (text) => {
    expect(parseSiren(text)).toBeUndefined();
  });
});

describe('parseVatNumber', () => {
  it('knows the key of a French number', () => {
    // A number in force, often taken as the example of the key.
    expect(frenchVatNumber('303265045')).toBe('FR40303265045');
    expect(parseVatNumber('fr 40 303 265 045')).toBe('FR40303265045');
    expect(parseVatNumber('FR41303265045')).toBeUndefined();
    expect(parseVatNumber('FR40303265046')).toBeUndefined();
  });

  it('lets numbers of other countries through by their shape', () => {
    expect(parseVatNumber('BE 0428.759.497')).toBe('BE0428759497');
    expect(parseVatNumber('12345')).toBeUndefined();
    expect(parseVatNumber('D')).toBeUndefined();
  });
});
