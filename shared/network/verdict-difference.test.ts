import { expect, it } from 'vitest';
import { readDifference } from './verdict-difference.ts';

const read = (path: string) => {
  const { subject, unit } = readDifference({ path, expected: '1', found: '2' });
  return { subject, unit };
};

it('reads a line of a salary statement with the unit of its figure', () => {
  expect(read('body.lines.employer.health.amountCents')).toEqual({
    subject: { kind: 'salaryLine', side: 'employer', code: 'health', figure: 'amountCents' },
    unit: 'cents',
  });
  expect(read('body.lines.employee.ceg.secondRateE7').unit).toBe('rateE7');
});

it('reads totals of statements and of invoices', () => {
  expect(read('body.totals.totalCostCents')).toEqual({
    subject: { kind: 'total', figure: 'totalCostCents' },
    unit: 'cents',
  });
  expect(read('body.totals.byRate.1.vatCents')).toEqual({
    subject: { kind: 'rateTotal', index: 1, figure: 'vatCents' },
    unit: 'cents',
  });
  expect(read('body.totals.byRate.0.vatRatePpm').unit).toBe('ratePpm');
  expect(read('body.totals.reductionCoefficientE4').unit).toBe('text');
});

it.each([
  ['seal', 'altered'],
  ['body.seal', 'seal'],
  ['stored', 'altered'],
  ['record', 'gone'],
  ['status', 'status'],
  ['body.input', 'input'],
  ['body.lines', 'input'],
  ['body.computation.resultDigest', 'proof'],
  ['computation.ruleVersion', 'ruleVersion'],
])('%s is about %s', (path, kind) => {
  expect(read(path).subject.kind).toBe(kind);
});

it('keeps an unknown path and both values readable', () => {
  expect(readDifference({ path: 'body.novelty', expected: 'a', found: '' })).toEqual({
    subject: { kind: 'other', path: 'body.novelty' },
    unit: 'text',
    expected: 'a',
    found: '',
  });
});

it('names what a pay settles, and what it is measured by, as facts it starts from', () => {
  expect(read('book.settlement')).toMatchObject({ subject: { kind: 'payInput', name: 'settlement' }, unit: 'text' });
  expect(read('book.settlement.employerCents')).toMatchObject({
    ...{ subject: { kind: 'payInput', name: 'settlement', figure: 'employerCents' }, unit: 'cents' },
  });
  expect(read('book.input.workingTime.kind').subject).toMatchObject({ kind: 'payInput', name: 'workingTime' });
});
