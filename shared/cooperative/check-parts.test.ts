import { describe, expect, it } from 'vitest';
import type { Benefit, BenefitStep } from '../records/benefit.ts';
import type { CountryProfile } from '../records/country-profile.ts';
import type { ExtraPayLine } from '../records/extra-pay-line.ts';
import { checkBenefits } from './check-benefits.ts';
import { checkCountryProfiles } from './check-country-profiles.ts';
import { checkExtraPayLines } from './check-extra-pay-lines.ts';
import { checkGeneralMeetings } from './check-general-meetings.ts';
import { checkDistinctDates } from './same-date.ts';

const OK = { ok: true };
/** What is to be mended: whose rule, and what of it. */
const refused = (code: string, name: string, field: string) => ({
  ok: false,
  error: { code, details: { name, field } },
});

describe('benefits', () => {
  const step: BenefitStep = { employerCents: 1000, employeeCents: 0, grossRatePpm: 0 };
  const meals: Benefit = {
    ...{ code: 'meals', kind: 'mealVouchers', label: 'Repas', from: '2025-01-01', source: 'AG', steps: [step] },
  };
  const judge = (...changes: Partial<Benefit>[]) => checkBenefits(changes.map((change) => ({ ...meals, ...change })));

  it('need a name, a source and an end that is not before the start', () => {
    expect(judge({})).toEqual({ ok: true, value: [meals] });
    expect(judge({ label: ' ' })).toMatchObject(refused('rules.invalid', ' ', 'label'));
    expect(judge({ source: ' ' })).toMatchObject(refused('rules.sourceMissing', 'Repas', 'source'));
    expect(judge({ until: '2024-12-31' })).toMatchObject(refused('rules.invalid', 'Repas', 'until'));
    expect(judge({ until: '2025-01-01' })).toMatchObject(OK);
  });

  it('are there once from one day; the same may go on otherwise from another', () => {
    expect(judge({}, { label: 'Encore' })).toMatchObject(refused('rules.sameName', 'Encore', 'from'));
    expect(judge({}, { from: '2026-01-01' })).toMatchObject(OK);
    expect(judge({}, { code: 'other' })).toMatchObject(OK);
    expect(judge({}, { source: '' })).toMatchObject(refused('rules.sourceMissing', 'Repas', 'source'));
  });

  it('make lines that a pay can carry', () => {
    expect(judge({ steps: [{ ...step, grossRatePpm: 1_000_001 }] })).toMatchObject(
      refused('rules.invalid', 'Repas', 'steps'),
    );
  });

  it.each<[string, Partial<BenefitStep>, Partial<BenefitStep>, boolean]>([
    ['of the same conditions', {}, {}, true],
    ['from later on', {}, { fromSeniorityMonths: 1 }, false],
    ['from as late', { fromSeniorityMonths: 6 }, { fromSeniorityMonths: 6 }, true],
    ['from earlier on', { fromSeniorityMonths: 6 }, { fromSeniorityMonths: 5 }, true],
    ['from earlier on with more turnover', { fromSeniorityMonths: 6 }, { fromTurnoverCents: 1 }, false],
    ['with as much turnover', { fromTurnoverCents: 5 }, { fromTurnoverCents: 5 }, true],
    ['with less turnover', { fromTurnoverCents: 5 }, { fromTurnoverCents: 4 }, true],
    ['with more turnover', { fromTurnoverCents: 5 }, { fromTurnoverCents: 6 }, false],
    ['for some, after one for everybody', {}, { statuses: ['cesa'] }, false],
    ['for everybody, after one for some', { statuses: ['cesa'] }, {}, true],
    ['for more', { statuses: ['cesa'] }, { statuses: ['cesa', 'associate'] }, true],
    ['for fewer', { statuses: ['cesa', 'associate'] }, { statuses: ['cesa'] }, false],
    ['for others', { statuses: ['cesa'] }, { statuses: ['associate'] }, false],
  ])('a later step %s hides the one before: %#', (_, earlier, later, hides) => {
    const judged = judge({
      steps: [
        { ...step, ...earlier },
        { ...step, ...later },
      ],
    });
    if (!hides) expect(judged).toMatchObject(OK);
    else expect(judged).toMatchObject({ error: { code: 'rules.hiddenStep', details: { name: 'Repas', step: 1 } } });
  });

  it('name the step that is never reached', () => {
    const steps = [step, { ...step, fromSeniorityMonths: 12 }, { ...step, fromSeniorityMonths: 6 }];
    expect(judge({ steps })).toMatchObject({ error: { code: 'rules.hiddenStep', details: { step: 2 } } });
  });
});

describe('country profiles', () => {
  const share = { code: 'a', label: 'Part', base: 'budget', ratePpm: 600_000, amountMinor: 0, source: 'CA' } as const;
  const fixed = { code: 'b', label: 'Frais', base: 'fixed', ratePpm: 0, amountMinor: 100, source: 'CA' } as const;
  const profile: CountryProfile = {
    ...{ version: 'mg-1', country: 'MG', currency: 'MGA', from: '2025-01-01', source: 'CA', lines: [share, fixed] },
  };
  const judge = (...changes: Partial<CountryProfile>[]) =>
    checkCountryProfiles(changes.map((change) => ({ ...profile, ...change })));

  it('need a name and a source', () => {
    expect(judge({})).toEqual({ ok: true, value: [profile] });
    expect(judge({ version: ' ' })).toMatchObject(refused('rules.invalid', ' ', 'version'));
    expect(judge({ source: ' ' })).toMatchObject(refused('rules.sourceMissing', 'mg-1', 'source'));
  });

  it.each([
    [{ ...share, label: ' ' }, 'rules.invalid', 'mg-1', 'label'],
    [{ ...share, source: ' ' }, 'rules.sourceMissing', 'Part', 'source'],
    [{ ...share, ratePpm: 0, amountMinor: 5 }, 'rules.invalid', 'Part', 'value'],
    [{ ...fixed, ratePpm: 5, amountMinor: 0 }, 'rules.invalid', 'Frais', 'value'],
  ])('need lines that say what they are and take something: %j', (line, code, name, field) => {
    expect(judge({ lines: [line] })).toMatchObject(refused(code, name, field));
  });

  it('share the whole budget at most; what is fixed is no share', () => {
    const rest = { ...share, code: 'c', ratePpm: 400_000 };
    expect(judge({ lines: [share, rest, { ...fixed, ratePpm: 900_000 }] })).toMatchObject(OK);
    expect(judge({ lines: [share, { ...rest, ratePpm: 400_001 }] })).toMatchObject(
      refused('rules.invalid', 'mg-1', 'shares'),
    );
  });

  it('are there once: each line, each name, each day of a country', () => {
    expect(judge({ lines: [share, { ...fixed, code: 'a' }] })).toMatchObject(
      refused('rules.sameName', 'mg-1', 'lines'),
    );
    expect(judge({}, { from: '2026-01-01' })).toMatchObject(refused('rules.sameName', 'mg-1', 'version'));
    expect(judge({}, { version: 'mg-2' })).toMatchObject({
      error: { code: 'rules.sameDate', details: { date: '2025-01-01' } },
    });
    expect(judge({}, { version: 'sn-1', country: 'SN' })).toMatchObject(OK);
    expect(judge({}, { version: 'mg-2', from: '2026-01-01' })).toMatchObject(OK);
  });
});

describe('lines of the cooperative in every pay', () => {
  const line: ExtraPayLine = {
    ...{ code: 'x-a', label: 'Santé', side: 'employer', base: 'fixed', rateE7: 0, amountCents: 100 },
    ...{ isWelfare: false, source: 'AG', since: '2025-01-01' },
  };
  const judge = (change: Partial<ExtraPayLine>) =>
    checkExtraPayLines([{ from: '2025-01-01', lines: [{ ...line, ...change }] }]);

  it('say what they are, where they come from and what they take', () => {
    expect(judge({})).toMatchObject(OK);
    expect(judge({ base: 'gross', rateE7: 1, amountCents: 0 })).toMatchObject(OK);
    expect(judge({ label: ' ' })).toMatchObject(refused('rules.invalid', ' ', 'label'));
    expect(judge({ source: ' ' })).toMatchObject(refused('rules.sourceMissing', 'Santé', 'source'));
    expect(judge({ rateE7: 1, amountCents: 0 })).toMatchObject(refused('rules.invalid', 'Santé', 'value'));
    expect(judge({ base: 'gross' })).toMatchObject(refused('rules.invalid', 'Santé', 'value'));
  });

  it('can stand in a pay, one list a day', () => {
    expect(judge({ code: 'health' })).toMatchObject({ error: { code: 'salary.invalidInput' } });
    const list = { from: '2025-01-01', lines: [] };
    expect(checkExtraPayLines([list])).toEqual({ ok: true, value: [list] });
    expect(checkExtraPayLines([list, list])).toMatchObject({ error: { code: 'rules.sameDate' } });
  });
});

describe('general meetings', () => {
  it('approve a year after its last day, each year once', () => {
    const meeting = (date: string, fiscalYear = '2024-07') => ({ fiscalYear, date });
    expect(checkGeneralMeetings([meeting('2025-07-01')])).toMatchObject(OK);
    expect(checkGeneralMeetings([meeting('2025-06-30')])).toMatchObject({
      error: { code: 'rules.meetingTooEarly', details: { month: '2024-07' } },
    });
    expect(checkGeneralMeetings([meeting('2025-07-01'), meeting('2025-08-01')])).toMatchObject({
      error: { code: 'rules.meetingTwice', details: { month: '2024-07' } },
    });
    expect(checkGeneralMeetings([meeting('2025-07-01'), meeting('2026-07-01', '2025-07')])).toMatchObject(OK);
  });
});

it('dated facts start on days of their own', () => {
  const facts = [{ from: '2025-01-01' }, { from: '2025-01-02' }];
  expect(checkDistinctDates(facts)).toEqual({ ok: true, value: facts });
  expect(checkDistinctDates([...facts, { from: '2025-01-01' }])).toMatchObject({
    error: { code: 'rules.sameDate', details: { date: '2025-01-01' } },
  });
});
