import { COOPERATIVE } from '../access/database-names.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import type { RecordOf } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';
import { addMonths, firstDay } from '../time/month.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';
import type { DemoIds } from './demo-ids.ts';

/** The coordinator of the demonstration. */
export const DEMO_COORDINATOR = { account: 'nadia.charpentier', displayName: 'Nadia Charpentier' } as const;

/** Author of what the support team wrote. */
export const DEMO_SUPPORT_AUTHOR = { user: DEMO_COORDINATOR.account, device: 'demonstration' } as const;

const COOPERATIVE_BODY: CooperativeSettingsBody = {
  legalName: 'Les Sillons partagés',
  tradeName: 'Les Sillons partagés',
  legalForm: 'SARL SCOP à capital variable',
  siren: '123456782',
  vatNumber: 'FR11123456782',
  registry: 'RCS Nevers',
  shareCapitalCents: 4_260_000,
  address: { lines: ['4 place de la Fontaine'], postalCode: '58140', city: 'Lormes', country: 'FR' },
  iban: 'FR7630006000011234567890189',
  paymentTermsDays: 30,
  latePenaltyText:
    'Pénalités de retard : trois fois le taux d’intérêt légal. Indemnité forfaitaire de recouvrement : 40 €. Pas d’escompte.',
  contributionRules: [
    {
      version: 'contribution-2020',
      from: '2020-01-01',
      base: 'collected',
      ratePpm: 100_000,
      source: 'Assemblée générale du 15 juin 2019, résolution 6',
    },
    {
      version: 'contribution-2026',
      from: '2026-01-01',
      base: 'collected',
      ratePpm: 105_000,
      source: 'Assemblée générale du 14 juin 2025, résolution 4',
    },
  ],
  employerFacts: [{ from: '2020-01-01', headcount: 18, atmpRatePpm: 20_800 }],
};

/** The settings record of the demonstration cooperative. */
export function buildCooperativeSettings(firstMonth: string, ids: DemoIds): RecordOf<'cooperativeSettings'> {
  const date = firstDay(firstMonth);
  return createRecord(
    { author: DEMO_SUPPORT_AUTHOR, clock: () => `${date}T06:00:00.000Z`, newId: () => ids.next(date) },
    {
      type: 'cooperativeSettings',
      id: 'cooperativeSettings:main',
      activityId: COOPERATIVE,
      date,
      status: 'active',
      body: COOPERATIVE_BODY,
    },
  );
}

/** Adds the settings of one activity to its book. */
export function addActivitySettings(book: DemoBook): ActivitySettingsBody {
  const { person, firstMonth } = book;
  const body: ActivitySettingsBody = {
    name: person.activity,
    code: person.code,
    entrepreneur: { account: person.account, firstName: person.firstName, lastName: person.lastName },
    region: person.region,
    country: person.country,
    currency: person.currency,
    openingBalanceCents: person.openingBalanceCents,
    openingDate: firstDay(firstMonth),
    reserveTargetCents: person.reserveTargetCents,
    defaultVatRatePpm: person.services[0]?.vatRatePpm ?? 0,
    contract: {
      kind: person.contract,
      startDate: firstDay(addMonths(firstMonth, -person.seniorityMonths)),
      weeklyMinutes: person.weeklyMinutes,
      isCadre: false,
    },
    payroll: { mutuelleCents: 4_200, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
  };
  addToBook(book, {
    type: 'activitySettings',
    date: body.openingDate,
    status: 'active',
    body,
    author: DEMO_SUPPORT_AUTHOR,
  });
  return body;
}
