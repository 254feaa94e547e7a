import type { Benefit } from '../records/benefit.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { CountryProfile } from '../records/country-profile.ts';

const AGREEMENT = 'Accord de la coopérative du 3 décembre 2019';
const NOTHING = { employerCents: 0, employeeCents: 0, grossRatePpm: 0 };

/** Lines the demonstration cooperative adds to every pay. */
export const DEMO_EXTRA_PAY_LINES: NonNullable<CooperativeSettings['extraPayLines']> = [
  {
    from: '2020-01-01',
    lines: [
      {
        code: 'x-sante-travail',
        label: 'Santé au travail',
        side: 'employer',
        base: 'fixed',
        rateE7: 0,
        amountCents: 900,
        isWelfare: false,
        source: 'Service de prévention et de santé au travail : 108 € par an',
        since: '2020-01-01',
      },
      {
        code: 'x-prevoyance',
        label: 'Prévoyance',
        side: 'employer',
        base: 'upToCeiling',
        rateE7: 30_000,
        amountCents: 0,
        isWelfare: true,
        source: `${AGREEMENT}, art. 3`,
        since: '2020-01-01',
      },
      {
        code: 'x-prevoyance',
        label: 'Prévoyance',
        side: 'employee',
        base: 'upToCeiling',
        rateE7: 20_000,
        amountCents: 0,
        isWelfare: true,
        source: `${AGREEMENT}, art. 3`,
        since: '2020-01-01',
      },
    ],
  },
];

/** What the demonstration cooperative gives, by steps. */
export const DEMO_BENEFITS: Benefit[] = [
  {
    code: 'titres-restaurant',
    kind: 'mealVouchers',
    label: 'Titres-restaurant',
    from: '2020-01-01',
    source: `${AGREEMENT}, art. 5`,
    steps: [
      { ...NOTHING, fromSeniorityMonths: 12, employerCents: 4_800, employeeCents: 3_200 },
      { ...NOTHING, fromSeniorityMonths: 24, employerCents: 9_600, employeeCents: 6_400 },
    ],
  },
  {
    code: 'mutuelle',
    kind: 'healthCover',
    label: 'Mutuelle',
    from: '2020-01-01',
    source: `${AGREEMENT}, art. 6`,
    steps: [
      { ...NOTHING, sharePpm: 500_000 },
      { ...NOTHING, fromSeniorityMonths: 24, sharePpm: 700_000 },
    ],
  },
  {
    code: 'conges',
    kind: 'leave',
    label: 'Un jour de congé de plus par an',
    from: '2020-01-01',
    source: `${AGREEMENT}, art. 7`,
    steps: [{ ...NOTHING, statuses: ['associate'], grossRatePpm: 4_600 }],
  },
  {
    code: 'formation',
    kind: 'trainingBudget',
    label: 'Budget de formation',
    from: '2020-01-01',
    source: `${AGREEMENT}, art. 8`,
    steps: [
      { ...NOTHING, fromSeniorityMonths: 6, employerCents: 1_500 },
      { ...NOTHING, fromSeniorityMonths: 18, fromTurnoverCents: 2_500_000, employerCents: 3_000 },
    ],
  },
];

/** How members in Madagascar are paid: in ariary, which have no cents. */
export const DEMO_COUNTRY_PROFILES: CountryProfile[] = [
  {
    version: 'mg-2020',
    country: 'MG',
    currency: 'MGA',
    from: '2020-01-01',
    source: 'Convention de la coopérative pour Madagascar, 12 novembre 2019',
    lines: [
      {
        code: 'mutuelle-locale',
        label: 'Mutuelle de santé locale',
        base: 'budget',
        ratePpm: 50_000,
        amountMinor: 0,
        source: 'Convention pour Madagascar, art. 2',
      },
      {
        code: 'frais-de-virement',
        label: 'Frais de virement',
        base: 'fixed',
        ratePpm: 0,
        amountMinor: 4_500,
        source: 'Convention pour Madagascar, art. 4',
      },
    ],
  },
];
