import { expect, it } from 'vitest';
import { changeParameter } from './change-parameter.ts';
import { compareParameters, listParameterValues } from './compare-parameters.ts';
import { PAYROLL_PARAMETERS } from './find-parameters.ts';

const legal = { source: 'Décret de test', since: '2026-06-01' };

it('changes every number of every version, and that number alone', () => {
  for (const parameters of PAYROLL_PARAMETERS) {
    for (const [path, { value }] of listParameterValues(parameters)) {
      if (typeof value !== 'number') continue;
      const changed = changeParameter(parameters, path, { value: value + 1, ...legal });
      const numbers = compareParameters(parameters, changed).filter(({ older, newer }) => older !== newer);
      expect(numbers.map((difference) => [difference.path, difference.newer])).toEqual([[path, value + 1]]);
      expect(numbers[0]?.newerSource).toEqual(legal);
    }
  }
});

it('leaves everything as it is for a path that is none', () => {
  const [parameters] = PAYROLL_PARAMETERS;
  if (parameters === undefined) throw new Error('no parameters');
  expect(changeParameter(parameters, 'contributions.employer.nothing.rateE7', { value: 1, ...legal })).toEqual(
    parameters,
  );
});
