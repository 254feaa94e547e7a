import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../records/envelope.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { SUBJECT_NAMES } from '../records/settings-subjects.ts';
import { FLAT, listing, makeCooperative, makeRecord, makeSettings } from './rules.test-support.ts';
import { settingsInForce } from './settings-in-force.ts';
import { partOf, subjectsOf } from './settings-parts.ts';

const ALL = makeCooperative({
  formerIbans: ['FR76'],
  isYearRegularised: true,
  extraPayLines: [],
  benefits: [],
  countryProfiles: [],
  fiscalYearStartMonth: 7,
  generalMeetings: [{ fiscalYear: '2024-07', date: '2025-12-13' }],
  closedThrough: '2025-06',
});

const former = (body: object = ALL, id = 'main', date = '2025-01-01', status = 'active'): AnyRecord => ({
  ...makeRecord('cooperativeSettings', body),
  ...{ id: `cooperativeSettings:${id}`, date, status },
});
const read = (...records: readonly AnyRecord[]) => settingsInForce(listing(records))?.body;

describe('settings of one subject each', () => {
  it('make up the same value as the one record of before', () => {
    // `netPay` has had a record of its own from its first day.
    expect(subjectsOf(ALL)).toEqual(SUBJECT_NAMES.filter((name) => name !== 'netPay'));
    expect(read(...makeSettings(ALL))).toEqual(ALL);
    expect(read(former())).toEqual(ALL);
  });

  it.each(SUBJECT_NAMES)(
    '%s: its own record goes before, and while it is taken back the one of before counts',
    (subject) => {
      const other = makeCooperative({ contributionRules: [{ ...FLAT, version: 'other' }], legalName: 'Les Labours' });
      const own = makeRecord(subject, partOf(subject, other));
      const rest = SUBJECT_NAMES.filter((name) => name !== subject).map((name) => partOf(name, ALL));
      expect(read(former(), own)).toEqual(Object.assign({}, ...rest, partOf(subject, other)));
      expect(read(former(), { ...own, status: 'voided' })).toEqual(ALL);
    },
  );

  it('open months again by a record that says nothing', () => {
    expect(read(former(), makeRecord('closing', {}))).toEqual({ ...ALL, closedThrough: undefined });
  });

  it.each<SettingsSubject>(['cooperativeIdentity', 'contributionRules', 'employerFacts'])(
    'are none without %s',
    (needed) => {
      const records = makeSettings(ALL).filter(({ type }) => type !== needed);
      expect(read(...records)).toBeUndefined();
      expect(read(...records, former())).toEqual(ALL);
    },
  );

  it('are those of the one id alone, and keep the record that an edit follows, taken back or not', () => {
    const records = makeSettings(ALL);
    const stray = { ...makeRecord('closing', { closedThrough: '2030-01' }), id: 'closing:other' };
    expect(read(stray, ...records)).toEqual(ALL);
    const voided = { ...makeRecord('closing', {}), status: 'voided' };
    expect(settingsInForce(listing([former(), voided]))?.records).toStrictEqual({ closing: voided });
  });

  it('leave out what is not said', () => {
    expect(partOf('closing', { closedThrough: undefined })).toStrictEqual({});
  });

  it('leave out what only a later version knows', () => {
    const records = makeSettings(ALL).map((record) => ({ ...record, body: { ...record.body, later: 1 } }));
    expect(read(...records)).toEqual(ALL);
  });
});

describe('of the settings of before', () => {
  const named = (tradeName: string): object => ({ ...ALL, tradeName });

  it.each([
    ['the latest by date', [former(named('a'), 'a', '2026-03-01'), former(named('b'), 'b')], 'a'],
    ['of two of one day the latest by id', [former(named('b'), 'b'), former(named('a'), 'a')], 'b'],
    ['none that was voided', [former(named('a'), 'a'), former(named('b'), 'b', '2026-01-01', 'voided')], 'a'],
  ])('%s counts, in whichever order they are read', (_, records, expected) => {
    expect(read(...records)?.tradeName).toBe(expected);
    expect(read(...records.toReversed())?.tradeName).toBe(expected);
  });

  it('there are none before a cooperative begins', () => {
    expect(read()).toBeUndefined();
    expect(read(former(ALL, 'a', '2026-01-01', 'voided'))).toBeUndefined();
  });
});
