import { expect, it } from 'vitest';
import { readOutcome } from './use-verify-now.ts';

it('reads the counts of a verification', () => {
  expect(readOutcome({ checked: 3, verified: 2, mismatches: 1, more: 'later' })).toEqual({
    ok: true,
    value: { checked: 3, verified: 2, mismatches: 1, notVerifiable: 0 },
  });
  expect(readOutcome({ checked: 3, verified: 3, mismatches: 0, notVerifiable: 2 })).toMatchObject({
    value: { notVerifiable: 2 },
  });
});

it.each([undefined, null, 'ok', {}, { checked: 3, verified: 2 }, { checked: 3, verified: -1, mismatches: 0.5 }])(
  'takes %o for an error of the server',
  (answer) => {
    const read = readOutcome(answer);
    expect(read.ok ? '' : read.error.code).toBe('network.serverError');
  },
);
