import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordType } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import type { ListRecords } from './settings-in-force.ts';
import { partOf, subjectsOf } from './settings-parts.ts';

export const FLAT: ContributionRule = {
  version: 'flat',
  from: '2025-01-01',
  base: 'collected',
  ratePpm: 100_000,
  source: 'AG 2024',
};

export function makeCooperative(change: Partial<CooperativeSettings> = {}): CooperativeSettings {
  return {
    legalName: 'Les Sillons',
    tradeName: 'Les Sillons',
    legalForm: 'SARL',
    siren: '732829320',
    vatNumber: '',
    registry: '',
    shareCapitalCents: 0,
    address: { lines: [], postalCode: '58140', city: 'Lormes', country: 'FR' },
    iban: '',
    paymentTermsDays: 30,
    latePenaltyText: '',
    contributionRules: [FLAT],
    employerFacts: [{ from: '2025-01-01', headcount: 10, atmpRatePpm: 11_000 }],
    ...change,
  };
}

export function makeActivity(change: Partial<ActivitySettingsBody> = {}): ActivitySettingsBody {
  return {
    name: 'Atelier',
    code: 'AT',
    entrepreneur: { account: 'awa', firstName: 'Awa', lastName: 'Diallo' },
    region: '',
    country: 'FR',
    currency: 'EUR',
    openingBalanceCents: 0,
    openingDate: '2025-01-01',
    reserveTargetCents: 0,
    defaultVatRatePpm: 200_000,
    contract: { kind: 'cape', startDate: '2025-01-01', weeklyMinutes: 2100, isCadre: false },
    payroll: { mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
    ...change,
  };
}

/** The records of a cooperative with these settings, as {@link makeRecord} makes them. */
export function makeSettings(settings: CooperativeSettings): readonly AnyRecord[] {
  return subjectsOf(settings).map((subject) => makeRecord(subject, partOf(subject, settings)));
}

/** What lists some records by their type. */
export function listing(records: readonly AnyRecord[]): ListRecords {
  return (type) => records.filter((record) => isOfType(record, type));
}

export function makeRecord(type: RecordType, body: object): AnyRecord {
  const author = { user: 'nadia', device: 'D1' };
  const at = '2025-01-01T00:00:00.000Z';
  return {
    id: `${type}:main`,
    type,
    schemaVersion: 1,
    activityId: type === 'activitySettings' ? 'A1' : 'cooperative',
    date: '2025-01-01',
    status: 'active',
    createdAt: at,
    createdBy: author,
    updatedAt: at,
    updatedBy: author,
    edits: ['1'],
    rev: '',
    body: body as AnyRecord['body'],
  };
}
