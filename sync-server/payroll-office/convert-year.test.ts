import { describe, expect, it } from 'vitest';
import reference from '../../shared/salary/cesa-years.json' with { type: 'json' };
import { convertJsonLine, convertYearLine } from './json-lines.ts';

const answerYear = (year: unknown): unknown => JSON.parse(convertYearLine(JSON.stringify(year)) ?? '');
const answerCase = (one: unknown): unknown => JSON.parse(convertJsonLine(JSON.stringify(one)) ?? '');

const YEAR = { name: 'one', year: 2026, headcount: 10, startMonth: 3, grossCents: [180_000, 0, 250_000] };
const CASE = {
  ...{ period: '2026-03', effectif: 10, cadre: false, atmpRatePercent: 2.08 },
  ...{ mutuelleCents: 4000, mutuelleEmployerSharePercent: 50, grossCents: 120_000 },
};

describe('npm run convert -- --years', () => {
  it.each(reference.cases)('$name, $year: as computed independently', ({ expected, ...year }) => {
    expect(answerYear(year)).toMatchObject(expected);
  });

  it('gives every month with its lines and their sources', () => {
    const { months } = answerYear(YEAR) as { months: { period: string; lines: { source: string }[] }[] };
    expect(months.map(({ period }) => period)).toEqual(['2026-03', '2026-04', '2026-05']);
    expect(months[0]?.lines[0]?.source).toContain('CSS');
  });

  it('counts working time where there is one', () => {
    const none = answerYear(YEAR);
    expect(answerYear({ ...YEAR, workingTime: 'none' })).toEqual(none);
    expect(answerYear({ ...YEAR, workingTime: { weeklyHours: 17.5 } })).not.toEqual(none);
  });

  it.each([
    [{ ...YEAR, workingTime: 'some' }, 'workingTime'],
    [{ ...YEAR, workingTime: { weeklyHours: 36 } }, 'workingTime.minutes'],
    [{ ...YEAR, startMonth: 11 }, 'December'],
    [{ ...YEAR, startMonth: 0 }, 'startMonth'],
    [{ ...YEAR, grossCents: [1.5] }, 'grossCents.0'],
    [{ ...YEAR, grossCents: [-1] }, 'grossCents'],
    [{ ...YEAR, grossCents: [] }, 'grossCents'],
    [{ ...YEAR, year: 2031 }, '2031-03'],
    [{ ...YEAR, wages: [] }, 'wages'],
    [[], ''],
  ])('refuses %j and says where', (year, where) => {
    const { error, message } = answerYear(year) as { error: string; message: string };
    expect(error).toMatch(/^(convert|salary)\./);
    expect(message).toContain(where);
  });
});

describe('npm run convert, by working time', () => {
  it('takes the hours of a week in two ways', () => {
    expect(answerCase({ ...CASE, workingTime: { weeklyHours: 20 } })).toEqual(answerCase({ ...CASE, weeklyHours: 20 }));
    expect(answerCase({ ...CASE, workingTime: 'none' })).not.toEqual(answerCase({ ...CASE, weeklyHours: 20 }));
  });

  it.each([{}, { weeklyHours: 20, workingTime: 'none' }, { workingTime: { weeklyHours: '20' } }])(
    'refuses %j',
    (time) => {
      expect(answerCase({ ...CASE, ...time })).toMatchObject({ error: 'convert.field' });
    },
  );
});
