import { expect, it } from 'vitest';
import { withMarks } from './with-marks.ts';

it('sets a mark, takes it off, leaves it as it is', () => {
  const body = { label: 'x', givesContributionBack: true };
  expect(withMarks(body, {})).toEqual(body);
  expect(withMarks(body, { givesContributionBack: false, isInternal: true })).toEqual({ label: 'x', isInternal: true });
  expect(withMarks({ label: 'x' }, { givesContributionBack: true, isInternal: false })).toEqual(body);
});
