import { expect, it } from 'vitest';
import { sampleContext } from '../testing/sample-context.ts';
import { createSettings } from './create-settings.ts';
import { makeCooperative } from './rules.test-support.ts';

it('a cooperative begins with one record for each subject that its settings say something of', () => {
  const context = sampleContext('nadia');
  const settings = makeCooperative({ closedThrough: '2025-06' });
  const records = createSettings(context, '2025-01-01', settings);
  expect(records.map(({ id, activityId, date, status }) => [id, activityId, date, status])).toEqual(
    ['cooperativeIdentity', 'contributionRules', 'employerFacts', 'closing'].map((type) => [
      `${type}:main`,
      'cooperative',
      '2025-01-01',
      'active',
    ]),
  );
  expect(records.at(-1)?.body).toEqual({ closedThrough: '2025-06' });
});
