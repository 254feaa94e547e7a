import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { computeFromGross } from './compute-from-gross.ts';
import type { ClaimedSalary } from './salary-computation-proof.ts';
import { proveSalary, verifySalary } from './salary-computation-proof.ts';
import { CONTRACT } from './salary.test-support.ts';

const hash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

function claim(grossCents: number): ClaimedSalary {
  const result = unwrap(computeFromGross(CONTRACT, grossCents));
  const { lines, totals } = result;
  return { grossCents, lines, totals, computation: proveSalary(CONTRACT, result, hash) };
}

describe('proveSalary', () => {
  it('names rule and version and gives stable digests', () => {
    expect(claim(250_000).computation).toMatchInlineSnapshot(`
      {
        "inputDigest": "c29ac97aa3751e2105cbc82141589d40f8d54fc41119e71990a7c0629776c2e2",
        "resultDigest": "21bdd555b8169b5bb8e2a159c140f04ad9e33f4f570716be8aa650d6dc713f1a",
        "rule": "salary",
        "ruleVersion": "salary-2026-01.1",
      }
    `);
  });

  it('has another input digest for another contract of the same result', () => {
    const result = unwrap(computeFromGross(CONTRACT, 250_000));
    const other = proveSalary({ ...CONTRACT, headcount: 9 }, result, hash);
    expect(other.resultDigest).toBe(claim(250_000).computation.resultDigest);
    expect(other.inputDigest).not.toBe(claim(250_000).computation.inputDigest);
  });
});

describe('verifySalary', () => {
  it('finds nothing in a right claim, nor in one that keeps amounts only', () => {
    expect(verifySalary(CONTRACT, claim(250_000), hash)).toEqual([]);
    const { grossCents, lines, totals, computation } = claim(400_501);
    const amounts = lines.map(({ code, side, amountCents }) => ({ code, side, amountCents }));
    const { totalCostCents } = totals;
    expect(
      verifySalary(
        CONTRACT,
        { grossCents, lines: amounts, totals: { totalCostCents: totalCostCents ?? 0 }, computation },
        hash,
      ),
    ).toEqual([]);
  });

  it('lists every wrong, missing and added figure', () => {
    const right = claim(250_000);
    const [first, second, ...rest] = right.lines;
    if (!first || !second) throw new Error('no lines');
    const wrong: ClaimedSalary = {
      ...right,
      lines: [
        { ...first, amountCents: first.amountCents - 1 },
        ...rest,
        { code: 'bonus', side: 'employee', amountCents: -500 },
      ],
      totals: { ...right.totals, totalCostCents: 1 },
      computation: { ...right.computation, ruleVersion: 'salary-2025-05.1' },
    };
    expect(verifySalary(CONTRACT, wrong, hash)).toEqual([
      { path: 'lines.employer.health.amountCents', expected: 32_500, found: 32_499 },
      { path: 'lines.employer.cappedOldAge.amountCents', expected: 21_375, found: null },
      { path: 'lines.employee.bonus.amountCents', expected: null, found: -500 },
      { path: 'totals.totalCostCents', expected: 316_265, found: 1 },
      { path: 'computation.ruleVersion', expected: 'salary-2026-01.1', found: 'salary-2025-05.1' },
    ]);
  });

  it('sees a line given twice and a changed base', () => {
    const right = claim(250_000);
    const [first] = right.lines;
    if (!first) throw new Error('no lines');
    const doubled = { ...right, lines: [...right.lines, first] };
    expect(verifySalary(CONTRACT, doubled, hash)).toEqual([
      { path: 'lines.employer.health.amountCents', expected: null, found: 32_500 },
    ]);
    const changed = { ...right, lines: [{ ...first, baseCents: 1 }, ...right.lines.slice(1)] };
    expect(verifySalary(CONTRACT, changed, hash)).toEqual([
      { path: 'lines.employer.health.baseCents', expected: 250_000, found: 1 },
    ]);
  });

  it('reports an input that cannot be computed', () => {
    expect(verifySalary({ ...CONTRACT, period: '2027-01' }, claim(250_000), hash)).toEqual([
      { path: 'input', expected: 'a computable input', found: 'salary.noParameters' },
    ]);
  });
});
