import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCanonicalJson } from '../core/canonical-json.ts';
import { writeCanonicalResult } from './canonical-result.ts';
import { anyYear, payYear } from './year.test-support.ts';

it('writes what the general writer of canonical JSON writes of the same figures', () => {
  fc.assert(
    fc.property(anyYear, (months) => {
      for (const result of payYear(months).computations) {
        // Texts for people are not figures.
        const lines = result.lines.map(({ source: _source, since: _since, label: _label, ...figures }) => figures);
        const expected = toCanonicalJson({ grossCents: result.grossCents, lines, totals: { ...result.totals } });
        expect(writeCanonicalResult(result)).toBe(expected);
      }
    }),
    { numRuns: 100 },
  );
});
