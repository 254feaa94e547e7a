import { describe, expect, it } from 'vitest';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { checkClosedSubject } from './closed-subjects.ts';
import { NEEDED_SUBJECTS, partOf, subjectsOf } from './settings-parts.ts';
import { FLAT, makeCooperative, makeRecord } from './rules.test-support.ts';

const OLD = makeCooperative({
  benefits: [
    {
      code: 'meals',
      kind: 'mealVouchers',
      label: 'Meals',
      from: '2025-01-01',
      source: 'AG',
      steps: [{ employerCents: 1, employeeCents: 0, grossRatePpm: 0 }],
    },
  ],
});

const NEXT = makeCooperative({ contributionRules: [{ ...FLAT, ratePpm: 1 }] });
const CLOSED = { closedThrough: '2025-06' };

function make(subject: SettingsSubject, body: Partial<CooperativeSettings>): AnyRecord & { type: SettingsSubject } {
  return { ...makeRecord(subject, partOf(subject, body)), type: subject };
}

/** A change of one subject: of its own record, and of the settings of before whose place its first record takes. */
function judgeEverywhere(change: Partial<CooperativeSettings>): ReturnType<typeof checkClosedSubject>[] {
  const [subject] = subjectsOf(change);
  if (subject === undefined) throw new Error('a change of nothing');
  const after = make(subject, { ...OLD, ...change });
  return [
    checkClosedSubject(make(subject, OLD), after, CLOSED),
    checkClosedSubject(undefined, after, { ...CLOSED, former: OLD }),
    checkClosedSubject({ ...make(subject, NEXT), status: 'voided' }, after, { ...CLOSED, former: OLD }),
  ];
}

describe('a needed subject', () => {
  const voided = (subject: SettingsSubject) => ({ ...make(subject, OLD), status: 'voided' });

  it.each(NEEDED_SUBJECTS)('%s is not taken back while months are closed', (subject) => {
    // Its rules begin after the closed months: none of them changes.
    const early = { closedThrough: '2024-06' };
    const refused = { error: { code: 'rules.stillNeeded', details: { month: '2024-06' } } };
    expect(checkClosedSubject(make(subject, OLD), voided(subject), early)).toMatchObject(refused);
    expect(checkClosedSubject(undefined, voided(subject), early).ok).toBe(true);
    expect(checkClosedSubject(make(subject, OLD), voided(subject), {}).ok).toBe(true);
    // What stood before it counts again, or nothing did.
    expect(checkClosedSubject(make(subject, OLD), voided(subject), { ...early, former: OLD }).ok).toBe(true);
    expect(checkClosedSubject(voided(subject), voided(subject), early).ok).toBe(true);
  });

  it('is one of three', () => {
    const early = { closedThrough: '2024-06' };
    expect(checkClosedSubject(make('countryProfiles', OLD), voided('countryProfiles'), early).ok).toBe(true);
  });
});

describe('rules and closed months', () => {
  it.each<[string, Partial<CooperativeSettings>, string]>([
    ['a change of a rule that applied', { contributionRules: [{ ...FLAT, ratePpm: 1 }] }, 'flat'],
    ['a removal', { contributionRules: [{ ...FLAT, from: '2026-01-01', version: 'b' }] }, 'flat'],
    ['a rule dated back', { contributionRules: [FLAT, { ...FLAT, version: 'b', from: '2025-06-01' }] }, 'b'],
    ['another fiscal year', { fiscalYearStartMonth: 7 }, 'fiscalYearStartMonth'],
    [
      'employer facts dated back',
      { employerFacts: [{ from: '2025-01-01', headcount: 60, atmpRatePpm: 1 }] },
      '2025-01-01',
    ],
    [
      'a benefit ended in a closed month',
      { benefits: OLD.benefits?.map((b) => ({ ...b, until: '2025-05-31' })) ?? [] },
      'Meals',
    ],
  ])('refuses %s', (_, change, name) => {
    for (const found of judgeEverywhere(change)) {
      expect(found).toMatchObject({ error: { code: 'rules.closedMonths', details: { name, month: '2025-06' } } });
    }
  });

  it.each<[string, Partial<CooperativeSettings>]>([
    ['a rule from a later date', { contributionRules: [FLAT, { ...FLAT, version: 'b', from: '2025-06-02' }] }],
    ['a benefit ended later', { benefits: OLD.benefits?.map((b) => ({ ...b, until: '2025-12-31' })) ?? [] }],
    ['reopening a month', { closedThrough: '2025-05' }],
    ['another way to count ceilings', { isYearRegularised: true }],
    ['January said or unsaid', { fiscalYearStartMonth: 1 }],
  ])('takes %s', (_, change) => {
    expect(judgeEverywhere(change).every(({ ok }) => ok)).toBe(true);
  });

  it('judges a subject that begins where none was as if it had been empty', () => {
    const benefits = OLD.benefits ?? [];
    expect(checkClosedSubject(undefined, make('cooperativeBenefits', { benefits }), CLOSED).ok).toBe(false);
    const later = benefits.map((one) => ({ ...one, from: '2025-07-01' }));
    expect(checkClosedSubject(undefined, make('cooperativeBenefits', { benefits: later }), CLOSED).ok).toBe(true);
    // Without these nothing was computed.
    expect(checkClosedSubject(undefined, make('contributionRules', OLD), CLOSED).ok).toBe(true);
  });

  it('lets a benefit end with the last closed day or later, and never on another day before it', () => {
    const until = (day: string | undefined) =>
      make('cooperativeBenefits', {
        benefits: OLD.benefits?.map((one) => ({ ...one, ...(day !== undefined && { until: day }) })) ?? [],
      });
    const judge = (from: string | undefined, to: string | undefined) =>
      checkClosedSubject(until(from), until(to), CLOSED).ok;
    expect([judge(undefined, '2025-06-30'), judge('2025-06-30', undefined), judge('2025-06-30', '2025-07-01')]).toEqual(
      [true, true, true],
    );
    expect([judge(undefined, '2025-06-29'), judge('2025-05-31', '2025-04-30'), judge('2025-05-31', undefined)]).toEqual(
      [false, false, false],
    );
  });

  it('refuses to take back what applied in a closed month, unless the settings of before say the same', () => {
    const standing = make('contributionRules', OLD);
    const voided = { ...standing, status: 'voided' };
    expect(checkClosedSubject(standing, voided, CLOSED).ok).toBe(false);
    expect(checkClosedSubject(standing, voided, { ...CLOSED, former: OLD }).ok).toBe(true);
    const former = { ...OLD, contributionRules: [{ ...FLAT, ratePpm: 1 }] };
    expect(checkClosedSubject(standing, voided, { ...CLOSED, former }).ok).toBe(false);
    expect(checkClosedSubject(voided, standing, { ...CLOSED, former }).ok).toBe(false);
  });

  it('judges nothing while no month is closed', () => {
    expect(checkClosedSubject(make('contributionRules', OLD), make('contributionRules', NEXT), {}).ok).toBe(true);
  });
});
