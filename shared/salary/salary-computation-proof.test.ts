import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { computeFromGross } from './compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from './find-parameters.ts';
import type { ClaimedSalary } from './salary-computation-proof.ts';
import { proveSalary, verifySalary } from './salary-computation-proof.ts';
import type { SalaryInput } from './salary-input.ts';
import { CONTRACT } from './salary.test-support.ts';
import { EMPTY_YEAR } from './year-so-far.ts';
import { extraLine, monthsOf, payYear } from './year.test-support.ts';

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
        "inputDigest": "6e51c1e14b586e9a845a9332d5ae852199d70154abbfd84984a06b0488cfcfc8",
        "resultDigest": "21bdd555b8169b5bb8e2a159c140f04ad9e33f4f570716be8aa650d6dc713f1a",
        "rule": "salaryYear",
        "ruleVersion": "salary-2026-01.1",
      }
    `);
  });

  it('covers extra lines and the year to date only when they are there', () => {
    const result = unwrap(computeFromGross(CONTRACT, 250_000));
    const digest = (changes: Partial<SalaryInput>): string =>
      proveSalary({ ...CONTRACT, ...changes }, result, hash).inputDigest;
    const line = extraLine({ code: 'x-medical', amountCents: 1250 });
    const digests = [
      digest({}),
      digest({ extraLines: [] }),
      digest({ extraLines: [line] }),
      digest({ extraLines: [{ ...line, isWelfare: true }] }),
      digest({ yearSoFar: EMPTY_YEAR }),
      digest({ yearSoFar: { ...EMPTY_YEAR, months: 1 } }),
    ];
    expect(digests[0]).toBe(claim(250_000).computation.inputDigest);
    expect(new Set(digests).size).toBe(digests.length);
    // Texts for people are not figures.
    expect(digest({ extraLines: [{ ...line, label: 'Médecine', source: 'Devis' }] })).toBe(digests[2]);
  });

  it('gives stable digests of a regularised year with extra lines', () => {
    const extraLines = [extraLine({ code: 'x-provident', base: 'upToCeiling', rateE7: 60_000, isWelfare: true })];
    const { inputs, computations } = payYear(monthsOf({ ...CONTRACT, extraLines }, [200_000, 600_000]));
    const [input, computation] = [inputs[1], computations[1]];
    if (!input || !computation) throw new Error('two months');
    expect(proveSalary(input, computation, hash)).toMatchInlineSnapshot(`
      {
        "inputDigest": "bb70724633437f3805b983b6c98a3e6bca598d4acc806398629810534278478a",
        "resultDigest": "a70230152cafe3b22f7b52f93c35f619224e262aa5d81e4da770d74f30b2daa6",
        "rule": "salaryYear",
        "ruleVersion": "salary-2026-01.1",
      }
    `);
    const claimed = { ...computation, computation: proveSalary(input, computation, hash) };
    expect(verifySalary(input, claimed, hash)).toEqual([]);
    const forged = computation.lines.map((line) =>
      line.code === 'generalReduction' ? { ...line, alreadyCents: 0 } : line,
    );
    expect(verifySalary(input, { ...claimed, lines: forged }, hash)).toEqual([
      { path: 'lines.employer.generalReduction.alreadyCents', expected: 62_940, found: 0 },
    ]);
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

  it('recomputes with the versions that are given', () => {
    const version = PAYROLL_PARAMETERS.find(({ from }) => from === '2026-01');
    if (!version) throw new Error('no version');
    const versions = [...PAYROLL_PARAMETERS, { ...version, ruleVersion: 'salary-2026-01.coop' }];
    expect(verifySalary(CONTRACT, claim(250_000), hash, versions)).toEqual([
      { path: 'computation.ruleVersion', expected: 'salary-2026-01.coop', found: 'salary-2026-01.1' },
    ]);
  });

  it('reports an input that cannot be computed', () => {
    expect(verifySalary({ ...CONTRACT, period: '2027-01' }, claim(250_000), hash)).toEqual([
      { path: 'input', expected: 'a computable input', found: 'salary.noParameters' },
    ]);
  });
});
