import { describe, expect, it } from 'vitest';
import { DEMO_BENEFITS, DEMO_COUNTRY_PROFILES, DEMO_EXTRA_PAY_LINES } from '../demo/demo-pay-rules.ts';
import { DEMO_CONTRIBUTION_RULES } from '../demo/demo-contribution-rules.ts';
import { checkContent } from './check-content.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { Benefit } from '../records/benefit.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { partOf, subjectsOf } from '../cooperative/settings-parts.ts';
import { FLAT, makeActivity, makeCooperative, makeRecord } from '../cooperative/rules.test-support.ts';

const [meals] = DEMO_BENEFITS;
const [madagascar] = DEMO_COUNTRY_PROFILES;
const [list] = DEMO_EXTRA_PAY_LINES;
if (meals === undefined || madagascar === undefined || list === undefined)
  throw new Error('the demonstration is empty');
const [line] = list.lines;
const [share, fixed] = madagascar.lines;
if (line === undefined || share === undefined || fixed === undefined) throw new Error('the demonstration has no lines');
const [twelve, twentyFour] = meals.steps;
if (twelve === undefined || twentyFour === undefined) throw new Error('the demonstration has no steps');

function judgeRules(change: Partial<CooperativeSettings>): ReturnType<typeof checkContent> {
  const found = subjectsOf(change).map((subject) => checkContent(makeRecord(subject, partOf(subject, change))));
  // The record of before, where one comes in from the server, is judged the same.
  const whole = checkContent(makeRecord('cooperativeSettings', makeCooperative(change)));
  const first = found.find(({ ok }) => !ok) ?? found[0] ?? whole;
  expect(first.ok).toBe(whole.ok);
  return first;
}

function judgeBenefit(change: Partial<Benefit>): ReturnType<typeof checkContent> {
  return judgeRules({ benefits: [{ ...meals, ...change } as Benefit] }); // all members come from the benefit itself
}

describe('what a record of the cooperative’s rules may hold', () => {
  it('takes the rules of the demonstration', () => {
    const all = {
      contributionRules: DEMO_CONTRIBUTION_RULES,
      benefits: DEMO_BENEFITS,
      countryProfiles: DEMO_COUNTRY_PROFILES,
      extraPayLines: DEMO_EXTRA_PAY_LINES,
      generalMeetings: [{ fiscalYear: '2024-01', date: '2025-06-14' }],
    };
    expect(judgeRules(all).ok).toBe(true);
  });

  it.each<[string, Partial<CooperativeSettings>, object]>([
    [
      'tiers that fall',
      {
        contributionRules: [
          {
            ...FLAT,
            tierMode: 'global',
            tiers: [{ upToCents: 5, ratePpm: 1 }, { upToCents: 4, ratePpm: 1 }, { ratePpm: 0 }],
          },
        ],
      },
      { code: 'contribution.invalidRule', details: { field: 'tiers', name: 'flat' } },
    ],
    [
      'two rules of one name',
      { contributionRules: [FLAT, { ...FLAT, from: '2026-01-01' }] },
      { code: 'rules.sameName', details: { name: 'flat' } },
    ],
    [
      'two lists of one day',
      { extraPayLines: [list, list] },
      { code: 'rules.sameDate', details: { date: '2020-01-01' } },
    ],
    [
      'a line without source',
      { extraPayLines: [{ ...list, lines: [{ ...line, source: ' ' }] }] },
      { code: 'rules.sourceMissing', details: { name: 'Santé au travail' } },
    ],
    [
      'a line that is nothing',
      { extraPayLines: [{ ...list, lines: [{ ...line, amountCents: 0 }] }] },
      { code: 'rules.invalid', details: { field: 'value' } },
    ],
    ['a line twice', { extraPayLines: [{ ...list, lines: [line, line] }] }, { code: 'salary.invalidInput' }],
    [
      'two facts of one day',
      {
        employerFacts: [
          { from: '2025-01-01', headcount: 1, atmpRatePpm: 0 },
          { from: '2025-01-01', headcount: 2, atmpRatePpm: 0 },
        ],
      },
      { code: 'rules.sameDate' },
    ],
    [
      'shares above the budget',
      {
        countryProfiles: [
          {
            ...madagascar,
            lines: [
              { ...share, ratePpm: 1_000_000 },
              { ...share, code: 'b' },
            ],
          },
        ],
      },
      { code: 'rules.invalid', details: { field: 'shares' } },
    ],
    [
      'a country line twice',
      { countryProfiles: [{ ...madagascar, lines: [share, share] }] },
      { code: 'rules.sameName' },
    ],
    [
      'a country line that is nothing',
      { countryProfiles: [{ ...madagascar, lines: [{ ...fixed, amountMinor: 0 }] }] },
      { code: 'rules.invalid', details: { field: 'value' } },
    ],
    [
      'two profiles of one country and day',
      { countryProfiles: [madagascar, { ...madagascar, version: 'b' }] },
      { code: 'rules.sameDate' },
    ],
    [
      'two meetings for a year',
      {
        generalMeetings: [
          { fiscalYear: '2024-01', date: '2025-06-14' },
          { fiscalYear: '2024-01', date: '2025-06-15' },
        ],
      },
      { code: 'rules.meetingTwice' },
    ],
    [
      'a meeting within the year',
      { generalMeetings: [{ fiscalYear: '2024-01', date: '2024-12-31' }] },
      { code: 'rules.meetingTooEarly', details: { month: '2024-01' } },
    ],
  ])('refuses %s', (_, change, error) => {
    expect(judgeRules(change)).toMatchObject({ ok: false, error });
  });

  it.each<[string, Partial<Benefit>, object]>([
    ['without a source', { source: '' }, { code: 'rules.sourceMissing', details: { name: meals.label } }],
    ['that ends before it starts', { until: '2019-12-31' }, { code: 'rules.invalid', details: { field: 'until' } }],
    [
      'with a step always hidden by a later one',
      { steps: [twentyFour, twelve] },
      { code: 'rules.hiddenStep', details: { step: 1 } },
    ],
    [
      'above what a pay can bear',
      { steps: [{ ...twelve, employeeCents: 2_000_000 }] },
      { code: 'rules.invalid', details: { field: 'steps' } },
    ],
  ])('refuses a benefit %s', (_, change, error) => {
    expect(judgeBenefit(change)).toMatchObject({ ok: false, error });
  });

  it('lets a later step for one status stand beside one for all', () => {
    expect(judgeBenefit({ steps: [twentyFour, { ...twelve, statuses: ['associate'] }] }).ok).toBe(true);
  });
});

describe('a record that makes sense by itself', () => {
  const identity = makeRecord('cooperativeIdentity', partOf('cooperativeIdentity', makeCooperative()));

  it('is given back as it is', () => {
    expect(checkContent(identity)).toEqual({ ok: true, value: identity });
  });

  it('may hold none of the rules of its subject', () => {
    for (const type of ['cooperativeBenefits', 'countryProfiles', 'extraPayLines', 'generalMeetings'] as const) {
      expect(checkContent(makeRecord(type, {})), type).toMatchObject({ ok: true });
    }
  });

  it('says one thing of its subject: of the pay days, of the rate of a person', () => {
    const day = { from: '2026-01-01', day: 28, isNextMonth: false };
    expect(checkContent(makeRecord('netPay', { payDays: [day] }))).toMatchObject({ ok: true });
    expect(checkContent(makeRecord('netPay', { payDays: [day, { ...day, day: 30 }] }))).toMatchObject({
      error: { code: 'rules.sameDate' },
    });
    const rate = { person: 'ada.fall', kind: 'own', ratePpm: 38_000, source: 'CRM' } as const;
    expect(checkContent(makeRecord('withholdingRate', rate))).toMatchObject({ ok: true });
    expect(checkContent(makeRecord('withholdingRate', { ...rate, source: '' }))).toMatchObject({
      error: { code: 'withholding.sourceMissing' },
    });
  });

  it('has whole texts, unless it was stored before they were asked for', () => {
    const half = { ...identity, body: { ...identity.body, note: '\ud83c' } };
    expect(checkContent(half)).toMatchObject({ error: { code: 'record.invalid', details: { path: 'body.note' } } });
    expect(checkContent(half, false).ok).toBe(true);
  });
});

describe('what a record of an activity may hold', () => {
  const cape = {
    kind: 'cape',
    startDate: '2025-01-01',
    endDate: '2025-06-30',
    weeklyMinutes: 2100,
    isCadre: false,
  } as const;
  const { endDate: _endDate, ...open } = cape;
  const cesa = { ...open, kind: 'cesa', startDate: '2025-07-01' } as const;
  const judge = (change: Partial<ActivitySettingsBody>): ReturnType<typeof checkContent> =>
    checkContent(makeRecord('activitySettings', makeActivity(change)));

  it('takes contracts one after the other, the latest standing alone too', () => {
    expect(judge({ contract: cesa, contracts: [cape, cesa] }).ok).toBe(true);
  });

  it('refuses an overlap and a contract that is not the latest', () => {
    const overlapping = { ...open, endDate: '2025-07-01' };
    expect(judge({ contract: cesa, contracts: [overlapping, cesa] })).toMatchObject({
      error: { code: 'contract.overlapping', details: { date: '2025-07-01' } },
    });
    expect(judge({ contract: cape, contracts: [cape, cesa] })).toMatchObject({
      error: { code: 'record.invalid', details: { path: 'body.contract' } },
    });
  });
});
