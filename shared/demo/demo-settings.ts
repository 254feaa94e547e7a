import { demoContracts } from './demo-contracts.ts';
import { DEMO_CONTRIBUTION_RULES } from './demo-contribution-rules.ts';
import { DEMO_BENEFITS, DEMO_COUNTRY_PROFILES, DEMO_EXTRA_PAY_LINES } from './demo-pay-rules.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { WriteContext } from '../records/write-record.ts';
import { firstDay } from '../time/month.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';
import type { DemoIds } from './demo-ids.ts';

/** The coordinator of the demonstration. */
export const DEMO_COORDINATOR = { account: 'nadia.charpentier', displayName: 'Nadia Charpentier' } as const;

/** Author of what the support team wrote. */
export const DEMO_SUPPORT_AUTHOR = { user: DEMO_COORDINATOR.account, device: 'demonstration' } as const;

const SETTINGS: CooperativeSettings = {
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
  contributionRules: DEMO_CONTRIBUTION_RULES,
  employerFacts: [{ from: '2020-01-01', headcount: 18, atmpRatePpm: 20_800 }],
  fiscalYearStartMonth: 1,
  extraPayLines: DEMO_EXTRA_PAY_LINES,
  benefits: DEMO_BENEFITS,
  countryProfiles: DEMO_COUNTRY_PROFILES,
  isYearRegularised: true,
  payDays: [{ from: '2024-01-01', day: 28, isNextMonth: false }],
};

/** The settings of the demonstration cooperative; the accounts of a year were approved in June of the next. */
export function demoSettings(today: string): CooperativeSettings {
  const years = [Number(today.slice(0, 4)) - 2, Number(today.slice(0, 4)) - 1];
  const generalMeetings = years
    .map((year) => ({ fiscalYear: `${String(year)}-01`, date: `${String(year + 1)}-06-13` }))
    .filter((meeting) => meeting.date <= today);
  return { ...SETTINGS, generalMeetings };
}

/** Writes as the coordinator of the demonstration on the first day of its history. */
export function demoSupportContext(firstMonth: string, ids: DemoIds): WriteContext {
  const date = firstDay(firstMonth);
  return { author: DEMO_SUPPORT_AUTHOR, clock: () => `${date}T06:00:00.000Z`, newId: () => ids.next(date) };
}

/** Adds the settings of one activity to its book. */
export function addActivitySettings(book: DemoBook): ActivitySettingsBody {
  const { person, firstMonth } = book;
  const contracts = demoContracts(person, firstMonth);
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
    contract: contracts.at(-1) ?? contracts[0],
    contracts: [...contracts],
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
