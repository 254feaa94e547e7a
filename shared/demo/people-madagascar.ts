import type { DemoPerson } from './demo-person.ts';

const REGION = 'Madagascar';

/** Members abroad: their books are kept in ariary (no minor unit), outside the French payroll. */
export const MADAGASCAR_PEOPLE: readonly DemoPerson[] = [
  {
    account: 'hery.rakotomalala',
    firstName: 'Hery',
    lastName: 'Rakotomalala',
    activity: 'Hery Photographie',
    code: 'HP',
    region: REGION,
    country: 'MG',
    currency: 'MGA',
    contract: 'abroad',
    seniorityMonths: 11,
    weeklyMinutes: 2100,
    openingBalanceCents: 2_450_000,
    reserveTargetCents: 800_000,
    season: [1, 1, 2, 2, 2, 3, 3, 3, 2, 2, 2, 3],
    services: [
      { description: 'Reportage photographique', unit: 'jour', unitPrice: '420000', quantities: [1, 4], vatRatePpm: 0 },
      { description: 'Tirages', unit: 'lot', unitPrice: '65000', quantities: [1, 6], vatRatePpm: 0 },
    ],
    customers: [
      { name: 'Association Mitsinjo Maitso', kind: 'business', postalCode: '514', city: 'Andasibe' },
      { name: 'Hotely Ravinala', kind: 'business', postalCode: '301', city: 'Fianarantsoa' },
      { name: 'Lycée français de Tananarive', kind: 'public', postalCode: '101', city: 'Antananarivo' },
    ],
    purchases: [{ label: 'Laboratoire et papier', category: 'purchase', amounts: [60_000, 310_000], vatRatePpm: 0 }],
    usualCostCents: 900_000,
  },
  {
    account: 'voahangy.randria',
    firstName: 'Voahangy',
    lastName: 'Randria',
    activity: 'Voahangy Broderie',
    code: 'VB',
    region: REGION,
    country: 'MG',
    currency: 'MGA',
    contract: 'abroad',
    seniorityMonths: 7,
    weeklyMinutes: 1800,
    openingBalanceCents: 1_180_000,
    reserveTargetCents: 500_000,
    season: [1, 2, 2, 2, 1, 2, 2, 2, 2, 3, 3, 4],
    services: [
      { description: 'Nappe brodée main', unit: 'pièce', unitPrice: '180000', quantities: [1, 8], vatRatePpm: 0 },
      { description: 'Atelier d’initiation', unit: 'séance', unitPrice: '95000', quantities: [1, 3], vatRatePpm: 0 },
    ],
    customers: [
      { name: 'Boutique Tsara Tanana', kind: 'business', postalCode: '110', city: 'Antsirabe' },
      { name: 'Maison d’hôtes Lavaka', kind: 'business', postalCode: '306', city: 'Ambositra' },
      { name: 'Coopérative Landibe', kind: 'business', postalCode: '306', city: 'Ambositra' },
    ],
    purchases: [{ label: 'Toile et fils', category: 'purchase', amounts: [40_000, 220_000], vatRatePpm: 0 }],
    directSale: { label: 'Vente au marché d’Ambositra', amounts: [35_000, 160_000], vatRatePpm: 0 },
    usualCostCents: 450_000,
  },
];
