import { expect, it } from 'vitest';
import { listOverBudget, RECORD_BUDGET } from './record-budget.ts';

it('names the databases beyond their budget and no other', () => {
  expect(listOverBudget({ book: RECORD_BUDGET.book, network: RECORD_BUDGET.network + 1 })).toEqual(['network']);
  expect(listOverBudget({})).toEqual([]);
});
