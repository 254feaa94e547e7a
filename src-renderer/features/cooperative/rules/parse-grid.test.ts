import { expect, it } from 'vitest';
import { KNOWN_GRIDS } from '../../../../shared/withholding/known-grids.ts';
import { parseGrid, writeGrid } from './parse-grid.ts';

it('reads the brackets of a grid as the text gives them', () => {
  expect(parseGrid('0 ; 1 620 ; 0\n1620;1683,50;0,5 %\n\n1683,5\t\t1.3\n', 'g')).toEqual({
    ok: true,
    value: [
      { fromCents: 0, ratePpm: 0 },
      { fromCents: 162_000, ratePpm: 5_000 },
      { fromCents: 168_350, ratePpm: 13_000 },
    ],
  });
  expect(parseGrid(' \n', 'g')).toEqual({ ok: true, value: [] });
});

it.each([
  ['gridLine', 'nothing'],
  ['gridLine', '0 ; 1620'],
  ['gridLine', '0 ; x ; 0'],
  ['gridLine', '0 ; ; 0 ; 1'],
  ['gridLine', '0 ; ; 120'],
  ['gridGap', '0 ; 1620 ; 0\n1621 ; ; 0,5'],
  ['gridGap', '0 ; ; 0\n1620 ; ; 0,5'],
  ['gridOpen', '0 ; 1620 ; 0\n1620 ; 1683 ; 0,5'],
])('names what is wrong: %s in %j', (field, text) => {
  expect(parseGrid(text, 'g')).toMatchObject({ error: { code: 'rules.invalid', details: { name: 'g', field } } });
});

it('writes what it reads', () => {
  const odd = [
    { fromCents: 0, ratePpm: 0 },
    { fromCents: 162_005, ratePpm: 5_500 },
  ];
  for (const brackets of [...KNOWN_GRIDS.map((grid) => grid.brackets), odd]) {
    expect(parseGrid(writeGrid(brackets), 'g')).toEqual({ ok: true, value: brackets });
  }
});
