import { expect, it } from 'vitest';
import { filterNetwork, listRegions } from './network-filter.ts';
import { sampleAmounts, sampleRow } from './network-row.test-support.ts';

const TODAY = '2026-03-12';
const ROWS = [
  sampleRow('1', { name: 'Bois du Morvan', entrepreneur: 'Léa Morvan', region: 'Bourgogne' }),
  sampleRow('2', { name: 'Hery Photographie', entrepreneur: 'Hery Rakotomalala', region: 'Madagascar' }),
  sampleRow('3', { name: 'Le Fournil', entrepreneur: 'Élodie Kerjean', amounts: sampleAmounts(-100) }),
];
const idsOf = (filter: Parameters<typeof filterNetwork>[1]) =>
  filterNetwork(ROWS, filter, TODAY).map(({ activityId }) => activityId);

it('finds every word, without accents or case, in name, entrepreneur and region', () => {
  expect(idsOf({ text: 'elodie' })).toEqual(['3']);
  expect(idsOf({ text: 'MORVAN bourgogne' })).toEqual(['1']);
  expect(idsOf({ text: 'morvan madagascar' })).toEqual([]);
  expect(idsOf({ text: '  ' })).toEqual(['1', '2', '3']);
});

it('keeps a region, what is to look at, and both at once', () => {
  expect(idsOf({ region: 'Madagascar' })).toEqual(['2']);
  expect(idsOf({ isToLookAt: true })).toEqual(['3']);
  expect(idsOf({ isToLookAt: true, region: 'Madagascar' })).toEqual([]);
});

it('lists each region once, in alphabetical order whatever the accents', () => {
  const rows = ['Occitanie', 'Île-de-France', 'Bretagne', 'Occitanie', ''].map((region, index) =>
    sampleRow(String(index), { region }),
  );
  expect(listRegions(rows)).toEqual(['Bretagne', 'Île-de-France', 'Occitanie']);
});
