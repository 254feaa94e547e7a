import { expect, it } from 'vitest';
import { fitTable } from './fit-table.ts';

const month = { isNumber: false, head: 'Mois', texts: ['septembre 2026'] };
const amount = { isNumber: true, head: 'Solde en fin de mois', texts: ['−12 345,67 €'] };

it.each([
  [5, false, 9.5],
  [8, true, 9.5],
  [13, true, 6.8],
  [60, true, 5],
])('sets a month and %i amounts: on its side %s, letters of %d points', (count, isLandscape, fontSize) => {
  expect(fitTable([month, ...Array.from({ length: count }, () => amount)])).toEqual({ isLandscape, fontSize });
});
