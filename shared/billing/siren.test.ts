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

  it.each(['', '12345678', '1234567890', '55204944A', '552 049 447 000', 'x552049447', '552049447x'])(
    'refuses %s',
    (text) => {
      expect(parseSiren(text)).toBeUndefined();
    },
  );
});

it('a nine that is not doubled counts as nine', () => {
  expect(parseSiren('100000009')).toBe('100000009');
});

it('a SIRET gives its SIREN', () => {
  expect(parseSiren('552 049 447 00013')).toBe('552049447');
});

it('a SIREN is printed in groups of three, with no space at its end', () => {
  expect(formatSiren('552049447')).toBe('552\u00a0049\u00a0447');
});

describe('parseVatNumber', () => {
  it('a key of one digit is written with two', () => {
    // 100000207 mod 97 is 94, and 12 + 3 × 94 = 294 is three times 97 and 3.
    expect(frenchVatNumber('100000207')).toBe('FR03100000207');
  });

  it.each(['FRAB303265045', 'FR1A303265045', 'FRA1303265045', 'ATU12345678', 'NL123456789B01', 'IE1234567W+', 'GB12'])(
    'takes %s',
    (text) => {
      expect(parseVatNumber(text)).toBe(text);
    },
  );

  it.each([
    'FRIO303265045',
    '1BE0428759497',
    'FRFR40303265045',
    'FRAB3032650450',
    'FR4030326504',
    'FR403032650450',
    'FRAB303265046',
    'FR40 A03265045',
    '1B0428759497',
    'BE1',
    'BE12345678901234',
    'xBE0428759497é',
    'BE04287/9497',
  ])('refuses %s', (text) => {
    expect(parseVatNumber(text)).toBeUndefined();
  });

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
