import { createSettings } from '../../../shared/cooperative/create-settings.ts';
import type { CooperativeSettings } from '../../../shared/records/cooperative-settings.ts';
import type { Bodies } from '../../../shared/records/registry.ts';
import type { WriteContext } from '../../../shared/records/write-record.ts';
import { createRecord } from '../../../shared/records/write-record.ts';
import type { BookStore } from '../book-store.ts';
import { readCooperative } from '../read-cooperative.ts';
import { writeRecords } from '../storage-access.ts';
import { openFreshStore, until } from './fresh-store.ts';

const COOPERATIVE: CooperativeSettings = {
  legalName: 'Coopérative des Sillons',
  tradeName: 'Les Sillons',
  legalForm: 'SARL SCOP à capital variable',
  siren: '732829320',
  vatNumber: 'FR44732829320',
  registry: 'RCS Lille Métropole',
  shareCapitalCents: 1_850_000,
  address: { lines: ['12 rue du Marché'], postalCode: '59000', city: 'Lille', country: 'FR' },
  iban: 'FR7630006000011234567890189',
  paymentTermsDays: 30,
  latePenaltyText: 'Pénalités de retard : trois fois le taux d’intérêt légal.',
  contributionRules: [{ version: '2026', from: '2020-01-01', base: 'collected', ratePpm: 115_000, source: 'AG 2025' }],
  employerFacts: [{ from: '2020-01-01', headcount: 30, atmpRatePpm: 11_000 }],
};

const ACTIVITY: Bodies['activitySettings'] = {
  name: 'Atelier Lune',
  code: 'AB',
  entrepreneur: { account: 'awa.diallo', firstName: 'Awa', lastName: 'Diallo' },
  region: 'Hauts-de-France',
  country: 'FR',
  currency: 'EUR',
  openingBalanceCents: 0,
  openingDate: '2026-01-01',
  reserveTargetCents: 0,
  defaultVatRatePpm: 200_000,
  contract: { kind: 'cesa', startDate: '2025-01-01', weeklyMinutes: 2100, isCadre: false },
  payroll: { mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
};

/** A fresh store with the settings of a cooperative and an activity. Close it after the test. */
export async function openTestStore(clock: WriteContext['clock']): Promise<BookStore> {
  const store = await openFreshStore(clock);
  const { book, commons } = store.parts.collections;
  if (book === undefined || commons === undefined) throw new Error('a member has a book');
  const make = store.parts.context;
  const base = { activityId: 'A1', date: '2026-01-01', status: 'active' };
  await writeRecords(book, [
    { before: undefined, after: createRecord(make, { ...base, type: 'activitySettings', body: ACTIVITY }) },
  ]);
  const settings = createSettings(make, base.date, COOPERATIVE);
  await writeRecords(commons, settings.map((after) => ({ before: undefined, after })), 'asGiven'); // prettier-ignore
  await until(() => store.book.list('activitySettings').length > 0 && readCooperative(store) !== undefined);
  return store;
}
