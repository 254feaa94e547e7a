import { expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { SalaryStatementBody } from '../../../../shared/records/salary-statement.ts';
import { computeFromGross } from '../../../../shared/salary/compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from '../../../../shared/salary/find-parameters.ts';
import { sourceLines } from './statement-lines.ts';

const input = {
  period: '2026-02',
  weeklyMinutes: 2_100,
  headcount: 18,
  isCadre: false,
  atmpRatePpm: 20_800,
  mutuelleCents: 4_200,
  mutuelleEmployerSharePpm: 500_000,
  transportRatePpm: 0,
  grossCents: 210_000,
};
const { lines, totals } = unwrap(computeFromGross(input, input.grossCents));
const body: SalaryStatementBody = {
  input,
  account: { balanceCents: 0, availableCents: 0, residueCents: 0 },
  lines: lines.map(({ source: _source, since: _since, ...figures }) => figures),
  totals: { ...totals },
  computation: { rule: 'salary', ruleVersion: 'x', inputDigest: '0'.repeat(64), resultDigest: '0'.repeat(64) },
  seal: '0'.repeat(64),
  history: [{ status: 'requested', at: '2026-02-26T08:00:00.000Z', by: 'lea.morvan' }],
};

it('gives every line of a statement the text that sets its rate', () => {
  const sourced = sourceLines(body, PAYROLL_PARAMETERS);
  expect(sourced.map(({ source, since }) => [source, since])).toEqual(
    lines.map(({ source, since }) => [source, since]),
  );
  expect(sourced.every(({ source }) => source !== '')).toBe(true);
});

it('shows the figures of the statement, even wrong ones', () => {
  const [first, ...others] = body.lines;
  if (first === undefined) throw new Error('no lines');
  const altered = { ...first, amountCents: first.amountCents + 1 };
  expect(sourceLines({ ...body, lines: [altered, ...others] }, PAYROLL_PARAMETERS)[0]?.line.amountCents).toBe(
    first.amountCents + 1,
  );
});

it('keeps the lines of a month whose rules are not known here', () => {
  const sourced = sourceLines({ ...body, input: { ...input, period: '2199-01' } }, PAYROLL_PARAMETERS);
  expect(sourced).toHaveLength(lines.length);
  expect(sourced[0]).toMatchObject({ source: '', since: '' });
});
