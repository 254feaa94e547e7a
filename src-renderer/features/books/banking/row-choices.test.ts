import { expect, it } from 'vitest';
import type { ImportRow } from '../../../../shared/banking/plan-import.ts';
import { asEntry, chosenLines, withAllTicked, withChoice, withVatRate } from './row-choices.ts';

function row(verdict: ImportRow['verdict'], label: string): ImportRow {
  return {
    line: { transactionId: label, date: '2026-03-01', amountCents: -500, label, rawLabel: label, row: 1 },
    verdict,
    reason: 'notSeen',
    matches: [],
    amountCents: -500,
    suggestion: { kind: 'ledgerEntry', category: 'purchase', vatRatePpm: 200_000, label, needsReview: true },
  };
}
const rows = [row('new', 'a'), row('doubtful', 'b'), row('alreadyThere', 'c')];
const labels = (choices: Parameters<typeof chosenLines>[1]) =>
  chosenLines(rows, choices).map((line) => line.row.line.label);

it('takes new lines, doubtful ones when ticked, and never those already there', () => {
  expect(labels(new Map())).toEqual(['a']);
  expect(labels(withAllTicked(new Map(), [0, 1, 2], true))).toEqual(['a', 'b']);
  expect(labels(withChoice(new Map(), 0, { isTicked: false }))).toEqual([]);
});

it('keeps tick and kind apart', () => {
  const [first] = rows;
  if (first === undefined) throw new Error('no row');
  const changed = withChoice(new Map(), 0, {
    becomes: asEntry(first, 'insurance', { defaultVatRatePpm: 200_000, unlabelled: '' }),
  });
  const [line] = chosenLines(rows, withChoice(changed, 0, { isTicked: true }));
  expect(line?.becomes).toMatchObject({ category: 'insurance', vatRatePpm: 0, needsReview: false, label: 'a' });
  expect(withVatRate(first.suggestion, 55_000)).toMatchObject({ vatRatePpm: 55_000, needsReview: false });
});
