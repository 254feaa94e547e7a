import type { WithholdingGrid } from '../records/withholding-grid.ts';

/** Thresholds in euros of the base of a month, and the rate in ppm from there on. */
const METROPOLE_2024 = [
  [0, 0],
  [1591, 5_000],
  [1653, 13_000],
  [1759, 21_000],
  [1877, 29_000],
  [2006, 35_000],
  [2113, 41_000],
  [2253, 53_000],
  [2666, 75_000],
  [3052, 99_000],
  [3476, 119_000],
  [3913, 138_000],
  [4566, 158_000],
  [5475, 179_000],
  [6851, 200_000],
  [8557, 240_000],
  [11877, 280_000],
  [16086, 330_000],
  [25251, 380_000],
  [54088, 430_000],
] as const;

/** The grids that come with Sillon. Those of other times and places are entered by the support team (decision 25). */
export const KNOWN_GRIDS: readonly WithholdingGrid[] = [
  {
    territory: 'metropole',
    from: '2025-01-01',
    until: '2025-04-30',
    brackets: METROPOLE_2024.map(([euros, ratePpm]) => ({ fromCents: euros * 100, ratePpm })),
    source: 'CGI, art. 204 H, III, a (grille de 2024, en vigueur jusqu’au 30 avril 2025)',
  },
];
