import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

const units = ['octets', 'Ko', 'Mo', 'Go'];

describe('formatBytes', () => {
  it.each([
    [0, '0\u00a0octets'],
    [999, '999\u00a0octets'],
    [1000, '1,0\u00a0Ko'],
    [3449, '3,4\u00a0Ko'],
    [9990, '10\u00a0Ko'],
    [412_300, '412\u00a0Ko'],
    [999_700, '1,0\u00a0Mo'],
    [12_400_000_000, '12\u00a0Go'],
    [5_000_000_000_000, '5\u202f000\u00a0Go'],
  ])('%i', (bytes, text) => {
    expect(formatBytes(bytes, units, 'fr')).toBe(text);
  });

  it('uses the dot in English', () => {
    expect(formatBytes(3449, units, 'en')).toBe('3.4\u00a0Ko');
  });
});
