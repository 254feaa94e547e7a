import { describe, expect, it } from 'vitest';
import { checkNewPassword } from './new-password.ts';

describe('checkNewPassword', () => {
  it('counts what is missing up to ten characters', () => {
    expect(checkNewPassword('', '')).toEqual({ missingCount: 10, isDifferent: false });
    expect(checkNewPassword('neuf car.', 'neuf car.').missingCount).toBe(1);
    expect(checkNewPassword('dix carac.', 'dix carac.')).toEqual({ missingCount: 0, isDifferent: false });
  });

  it('sees a difference of one letter', () => {
    expect(checkNewPassword('phrase secrète', 'phrase secrete').isDifferent).toBe(true);
  });
});
