import { describe, expect, it } from 'vitest';
import { parsePercent } from './parse-percent.ts';

describe('parsePercent', () => {
  it('reads comma and dot into ppm and 1e-7', () => {
    expect(parsePercent('10,5', 4)).toEqual({ ok: true, value: 105_000 });
    expect(parsePercent(' 10.5 % ', 4)).toEqual({ ok: true, value: 105_000 });
    expect(parsePercent('0,49125', 5)).toEqual({ ok: true, value: 49_125 });
    expect(parsePercent('100', 4)).toEqual({ ok: true, value: 1_000_000 });
  });

  it.each(['-1', '100,01', 'dix', '1,23456', ''])('refuses %s', (text) => {
    expect(parsePercent(text, 4)).toMatchObject({ error: { code: 'rate.invalid' } });
  });
});
