import { describe, expect, it } from 'vitest';
import { hash } from '../data-folder/hash.ts';
import { plainSha256 } from './plain-sha256.ts';

describe('SHA-256 in plain numbers', () => {
  it('is that of Node for every length around its blocks', () => {
    for (let length = 0; length < 260; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 151 + length) % 256);
      expect(plainSha256(bytes)).toBe(hash(bytes));
    }
  });

  it('takes a list of numbers', () => {
    expect(plainSha256([0x61, 0x62, 0x63])).toBe(hash(Uint8Array.from([0x61, 0x62, 0x63])));
  });
});
