import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutText } from './cut-text.ts';

it('a cut text is whole and the longest that fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 12 }), fc.nat(12), (text, most) => {
      const cut = cutText(text, most);
      expect(text.startsWith(cut) && cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
    }),
  );
});
