import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import type { AnyPay } from '../pay/counted-pay.ts';
import { isWaitingPay } from '../pay/counted-pay.ts';
import type { AskedPay } from '../pay/pay-request.ts';
import { unwrap } from '../core/result.ts';
import { buildDemoCooperative } from '../demo/build-demo-cooperative.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import { EMPTY_YEAR } from '../salary/year-so-far.ts';
import { hash } from '../testing/hash.ts';
import { askAbroad, askPay, cooperative, deviceAt, makeSale, settingsFor } from '../testing/pay-books.ts';
import { ACCOUNT_ACCEPTED, ACTIVITY, at, factsOf, pathsOf, settings } from './pay-book.test-support.ts';
import type { BookFacts } from './pay-book-figures.ts';
import { comparePayWithBook, MOST_COMPARED, NOT_YET_ACCEPTED } from './pay-book-figures.ts';

const known = { settings, cooperative, records: [] as AnyRecord[] };
const GROSS = 150_000;
const sale = makeSale(deviceAt('BS1', at('2026-02-10')), ACTIVITY, '2026-02-10', 500_000);
const records = [sale];
const ask = (lie?: (pay: AskedPay) => AskedPay): RecordOf<'salaryStatement'> =>
  askPay(deviceAt('BS1', at('2026-03-26')), { ...known, records }, '2026-03', GROSS, lie);

describe('a pay that follows from its book', () => {
  it('has no difference, and the figures are the server’s own', () => {
    const pay = ask();
    const { differences, figures } = comparePayWithBook(pay, factsOf([...records, pay]), NOT_YET_ACCEPTED);
    expect(differences).toEqual([]);
    expect(figures).toEqual({ asOf: '2026-12-31', ...pay.body.account });
  });

  it('stays right when its book gains later, once it was right', () => {
    const pay = ask();
    const later = makeSale(deviceAt('BS1', at('2026-03-27')), ACTIVITY, '2026-03-20', 100_000);
    expect(pathsOf(pay, factsOf([...records, later, pay]))).toEqual([]);
    const edited = { ...sale, updatedAt: at('2026-04-02'), body: { ...sale.body, amountCents: 450_000 } };
    expect(pathsOf(pay, factsOf([edited, pay]), ACCOUNT_ACCEPTED)).toEqual([]);
  });

  it('and the next month’s beside it, whichever is judged', () => {
    const pay = ask();
    const next = askPay(deviceAt('BS1', at('2026-04-26')), { ...known, records: [...records, pay] }, '2026-04', GROSS);
    // January and February had no pay: their ceilings counted with March.
    expect(pay.body.input.newlyCounted).toMatchObject({ months: 2, wageParts: 0 });
    expect(next.body.input.yearSoFar).toMatchObject({ months: 3, grossCents: GROSS });
    const all = factsOf([...records, pay, next]);
    expect([pathsOf(pay, all), pathsOf(next, all)]).toEqual([[], []]);
  });

  it('under the first rule where it was right before, and until the January that the cooperative chose', () => {
    const waiting = { ...cooperative, presentRuleFrom: '2027-01' };
    const pay = askPay(
      deviceAt('BS1', at('2026-03-26')),
      { ...known, records, cooperative: waiting },
      '2026-03',
      GROSS,
    );
    expect(pay.body.input).toMatchObject({ weeklyMinutes: 2100 });
    const facts = factsOf([...records, pay]);
    expect(pathsOf(pay, { ...facts, cooperative: waiting })).toEqual([]);
    expect(pathsOf(pay, facts)).toContain('book.input.workingTime');
    expect(pathsOf(pay, facts, { account: true, input: true })).toEqual([]);
    const wrong = { ...pay, body: { ...pay.body, input: { ...pay.body.input, headcount: 1 } } };
    expect(pathsOf(wrong, factsOf([...records, wrong]), { account: true, input: true })).toEqual([
      'book.input.headcount',
    ]);
  });

  it('abroad as well', () => {
    const own = settingsFor(ACTIVITY, 'hery.rakotomalala');
    const book = { settings: own, cooperative, records: [] as AnyRecord[] };
    const pay = askAbroad(deviceAt('MG1', at('2026-03-26')), book, '2026-03', 500_000);
    expect(pathsOf(pay, factsOf([pay], { settings: own }))).toEqual([]);
    expect(pathsOf(pay, factsOf([pay]))).toContain('book.input.contract');
    const countryProfiles = (cooperative.countryProfiles ?? []).map((one) => ({ ...one, version: 'mg-2' }));
    const changed = { ...cooperative, countryProfiles };
    expect(pathsOf(pay, factsOf([pay], { settings: own, cooperative: changed }))).toEqual([
      'book.input.profile.version',
    ]);
  });
});

it.each(['2026-01-15', '2026-06-26', '2026-11-29'])(
  'the demonstration’s waiting pays of %s follow from their books',
  (today) => {
    const demo = buildDemoCooperative(today, hash);
    for (const { records: own } of demo.activities) {
      const [found] = own.filter((record) => isOfType(record, 'activitySettings'));
      if (found === undefined) throw new Error('no settings');
      const facts = factsOf(own, { settings: found, cooperative: demo.cooperative, today });
      for (const pay of own.filter(isWaitingPay)) expect(pathsOf(pay, facts)).toEqual([]);
    }
  },
);

describe('a pay that does not follow from its book', () => {
  const TEN_BILLION = 1_000_000_000_000;
  const input = (change: object) => (pay: AskedPay) => ({ ...pay, input: { ...pay.input, ...change } });
  const account = (change: object) => (pay: AskedPay) => ({ ...pay, account: { ...pay.account, ...change } });
  it.each<[string, (pay: AskedPay) => AskedPay, string]>([
    [
      'a balance of ten billion',
      account({ balanceCents: TEN_BILLION, availableCents: TEN_BILLION - 50_000 }),
      'book.account.balanceCents',
    ],
    ['more available than the balance leaves', account({ availableCents: 2_000_000 }), 'book.account.availableCents'],
    ['a headcount of one', input({ headcount: 1 }), 'book.input.headcount'],
    ['no work accidents', input({ atmpRatePpm: 0 }), 'book.input.atmpRatePpm'],
    [
      'another contract’s hours',
      input({ workingTime: { kind: 'weeklyHours', minutes: 600 } }),
      'book.input.workingTime.kind',
    ],
    ['part of a month', input({ employedDays: 10 }), 'book.input.employedDays'],
    [
      'hours of the former rule',
      input({ workingTime: undefined, weeklyMinutes: 2100, newlyCounted: undefined }),
      'book.input.workingTime',
    ],
    [
      'a settlement of nothing',
      (pay) => ({ ...pay, settlement: { employerCents: 1, employeeCents: 0 } }),
      'book.settlement',
    ],
    ['no benefits', input({ extraLines: undefined }), 'book.input.extraLines'],
    [
      'a year to date that was never paid',
      input({
        newlyCounted: undefined,
        yearSoFar: {
          ...EMPTY_YEAR,
          months: 2,
          grossCents: 300_000,
          ceilingParts: 16_821_000,
          wageParts: 1_500_000_000,
        },
      }),
      'book.input.yearSoFar',
    ],
  ])('says so: %s', (_name, lie, path) => {
    const pay = ask(lie);
    const { differences } = comparePayWithBook(pay, factsOf([...records, pay]), NOT_YET_ACCEPTED);
    expect(differences.map((difference) => difference.path)).toContain(path);
  });

  it('tells what is expected and what was found', () => {
    const pay = ask(input({ headcount: 1 }));
    expect(comparePayWithBook(pay, factsOf([...records, pay]), NOT_YET_ACCEPTED).differences).toEqual([
      { path: 'book.input.headcount', expected: '18', found: '1' },
    ]);
  });

  it('is not excused by what another device wrote beyond its size', () => {
    const other = makeSale(deviceAt('BS2', at('2026-03-01')), ACTIVITY, '2026-03-01', 30_000);
    const facts = (pay: AnyPay): BookFacts => factsOf([...records, other, pay]);
    const honest = ask();
    expect(pathsOf(honest, facts(honest))).toEqual([]);
    const { balanceCents } = honest.body.account;
    const wild = ask(account({ balanceCents: balanceCents + 90_000, availableCents: balanceCents + 40_000 }));
    expect(pathsOf(wild, facts(wild))).toContain('book.account.balanceCents');
  });

  it('is not excused by a change that is still to come', () => {
    const change = (updatedAt: string): AnyRecord => ({ ...sale, updatedAt });
    const { balanceCents, availableCents } = ask().body.account;
    const wild = ask(account({ balanceCents: balanceCents + 90_000, availableCents: availableCents + 90_000 }));
    const facts = (record: AnyRecord): BookFacts => factsOf([record, wild], { today: '2026-03-27' });
    expect(pathsOf(wild, facts(change(at('2026-03-28'))))).toEqual([]);
    expect(pathsOf(wild, facts(change('2099-01-01T00:00:00.000Z')))).toContain('book.account.balanceCents');
  });

  it('is above what the account bears, asked twice, dated in the future, of a contract without pay', () => {
    const pay = ask();
    const spent = makeSale(deviceAt('BS1', at('2026-03-27')), ACTIVITY, '2026-03-20', -1_400_000);
    expect(pathsOf(pay, factsOf([...records, spent, pay]), ACCOUNT_ACCEPTED)).toEqual(['book.coverCents']);
    const again = askPay(deviceAt('BS2', at('2026-03-28')), { ...known, records }, '2026-03', GROSS);
    expect(pathsOf(again, factsOf([...records, pay, again]))).toEqual(['book.otherPay']);
    expect(pathsOf(pay, factsOf([...records, pay, again]))).toEqual([]);
    expect(pathsOf(pay, factsOf([...records, pay], { today: '2026-03-24' }))).toContain('book.date');
    const cape = { ...settings.body.contract, kind: 'cape' as const };
    const without = { ...settings, body: { ...settings.body, contract: cape, contracts: [cape] } };
    const { differences } = comparePayWithBook(
      pay,
      factsOf([...records, pay], { settings: without }),
      NOT_YET_ACCEPTED,
    );
    expect(differences).toContainEqual({ path: 'book.input', expected: 'salary.notPayable', found: '' });
  });

  it('waits among so many that only those which came first are compared', () => {
    const pays = Array.from({ length: MOST_COMPARED + 2 }, ask);
    const arrivals = new Map(pays.map(({ id }, index) => [id, at('2026-03-26', `10:${String(10 + index)}`)]));
    const facts = factsOf([...records, ...pays.toReversed()], { arrivals });
    const found = pays.map((pay) => pathsOf(pay, facts));
    expect(found.filter((paths) => paths.includes('book.tooManyPays'))).toHaveLength(2);
    expect(found.slice(-2)).toEqual([['book.tooManyPays'], ['book.tooManyPays']]);
  });

  it('is no earlier for saying so: what came before it counts, and what the account bears now', () => {
    const pay = ask();
    const forged = askPay(deviceAt('BS2', at('2020-01-01')), { ...known, records: [] }, '2026-03', GROSS);
    const arrivals = new Map([[pay.id, '2026-03-26T09:00:01.000Z']]);
    expect(pathsOf(forged, factsOf([...records, pay, forged], { arrivals }))).toContain('book.otherPay');
    const back = { ...askPay(deviceAt('BS1', at('2026-01-05')), known, '2026-01', GROSS), date: '2026-01-05' };
    expect(pathsOf(back, factsOf([...records, pay, back], { arrivals }))).toContain('book.input');
    const spent = makeSale(deviceAt('BS1', at('2026-12-30')), ACTIVITY, '2026-12-30', -1_450_000);
    expect(pathsOf(pay, factsOf([...records, pay, spent]), ACCOUNT_ACCEPTED)).toEqual(['book.coverCents']);
    const tomorrow = { ...ask(account({})), date: '2027-01-01' };
    const next = askPay(deviceAt('BS1', at('2026-12-31')), { ...known, records }, '2026-12', GROSS);
    const both = factsOf([...records, tomorrow, next], { arrivals: new Map([[tomorrow.id, at('2026-12-31')]]) });
    const { figures } = comparePayWithBook(next, both, ACCOUNT_ACCEPTED);
    const alone = comparePayWithBook(next, factsOf([...records, next]), ACCOUNT_ACCEPTED).figures;
    expect((alone?.balanceCents ?? 0) - (figures?.balanceCents ?? 0)).toBe(pay.body.totals.totalCostCents);
  });

  it('gains nothing from a pay that gives back, while it waits or once it was found wrong', () => {
    const pay = ask();
    const forged = askPay(deviceAt('BS2', at('2026-02-26')), { ...known, records }, '2026-02', GROSS);
    const totals = { ...forged.body.totals, totalCostCents: -900_000 };
    const alone = comparePayWithBook(pay, factsOf([...records, pay]), ACCOUNT_ACCEPTED).figures;
    const arrivals = new Map([[forged.id, at('2026-02-26')]]);
    const beside = (status: string, doubted: ReadonlySet<string> = new Set()) => {
      const other = { ...forged, status, body: { ...forged.body, totals } };
      return comparePayWithBook(pay, factsOf([...records, other, pay], { arrivals, doubted }), ACCOUNT_ACCEPTED)
        .figures;
    };
    expect([beside('requested'), beside('checked')]).toEqual([alone, alone]);
    expect(beside('validated', new Set([forged.id]))).toEqual(alone);
    expect(beside('validated')?.balanceCents).toBe((alone?.balanceCents ?? 0) + 900_000);
  });

  it('is dated before the account was opened', () => {
    const pay = { ...ask(), date: '2025-12-31' };
    const { differences } = comparePayWithBook(pay, factsOf([...records, pay]), ACCOUNT_ACCEPTED);
    expect(differences).toContainEqual({ path: 'book.opening', expected: '2026-01-01', found: '2025-12-31' });
    const onTheDay = { ...ask(), date: '2026-01-01' };
    expect(pathsOf(onTheDay, factsOf([...records, onTheDay]), ACCOUNT_ACCEPTED)).toEqual([]);
  });

  it('has beside it one dated before the account was opened, which weighs unless it came before', () => {
    const pay = ask();
    const early = { ...askPay(deviceAt('BS2', at('2026-02-26')), known, '2026-02', GROSS), date: '2025-11-30' };
    const weighs = (status: string, arrivals: ReadonlyMap<string, string>): number => {
      const own = [...records, { ...early, status }, pay];
      const beside = comparePayWithBook(pay, factsOf(own, { arrivals }), ACCOUNT_ACCEPTED).figures;
      const alone = comparePayWithBook(pay, factsOf([...records, pay]), ACCOUNT_ACCEPTED).figures;
      return (alone?.balanceCents ?? 0) - (beside?.balanceCents ?? 0);
    };
    const cost = early.body.totals.totalCostCents;
    const came = (day: string): ReadonlyMap<string, string> => new Map([[early.id, at(day)]]);
    expect([weighs('requested', came('2026-03-01')), weighs('requested', came('2025-11-30'))]).toEqual([cost, cost]);
    expect([weighs('paid', came('2026-01-01')), weighs('paid', new Map())]).toEqual([cost, cost]);
    // What was decided about before is part of the balance that was taken over.
    expect(weighs('paid', came('2025-12-31'))).toBe(0);
  });

  it('is judged without what is in another currency, but for the pays among it', () => {
    const pay = ask();
    const rich = { ...sale, id: 'ledgerEntry:RICH', body: { ...sale.body, currency: 'MGA' } };
    const own = settingsFor(ACTIVITY, 'hery.rakotomalala');
    const book = { settings: own, cooperative, records: [] as AnyRecord[] };
    const abroad = askAbroad(deviceAt('BS1', at('2026-02-26')), book, '2026-02', 300_000);
    const figuresBeside = (...beside: AnyRecord[]) =>
      comparePayWithBook(pay, factsOf([...records, ...beside, pay]), ACCOUNT_ACCEPTED).figures;
    expect(figuresBeside(rich)).toEqual(figuresBeside());
    expect(figuresBeside(abroad)?.balanceCents).toBe((figuresBeside()?.balanceCents ?? 0) - 300_000);
  });

  it('follows a change of settings while it waits', () => {
    const pay = ask();
    const employerFacts = [{ from: '2020-01-01', headcount: 18, atmpRatePpm: 30_000 }];
    const changed = factsOf([...records, pay], { cooperative: { ...cooperative, employerFacts } });
    expect(pathsOf(pay, changed, ACCOUNT_ACCEPTED)).toEqual(['book.input.atmpRatePpm']);
  });

  it('is found in a moment even with a date at the end of time', () => {
    const pay = { ...ask(), date: '9999-12-31' };
    const { figures } = comparePayWithBook(pay, factsOf([...records, pay]), NOT_YET_ACCEPTED);
    expect(figures?.asOf).toBe('2027-01-01');
  });
});

/** Steps in the life of two devices of one member. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    device: fc.constantFrom(0 as const, 1 as const),
    amountCents: fc.integer({ min: -60_000, max: 200_000 }).filter((cents) => cents !== 0),
    daysAgo: fc.integer({ min: 0, max: 40 }),
  }),
  fc.record({ kind: fc.constant('pay' as const), percent: fc.integer({ min: 20, max: 60 }) }),
  fc.record({ kind: fc.constant('sync' as const), device: fc.constantFrom(0 as const, 1 as const) }),
);

describe('whatever the application makes', () => {
  it('is verified in the end, offline, from two devices and with late entries, unless the account does not bear it', () => {
    // Benefits that depend on turnover may truly change with a late entry.
    const terms = { ...cooperative, benefits: [] };
    let verified = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const own = [new Map<string, AnyRecord>(), new Map<string, AnyRecord>()];
        const book = new Map<string, AnyRecord>();
        const accepted = new Set<string>();
        const judge = (): Map<string, string[]> => {
          const all = [...book.values()];
          const found = new Map<string, string[]>();
          for (const pay of all.filter(({ type }) => type === 'salaryStatement') as AnyPay[]) {
            const paths = pathsOf(pay, factsOf(all, { cooperative: terms }), {
              account: accepted.has(pay.id),
              input: false,
            });
            if (!paths.some((path) => path.startsWith('book.account'))) accepted.add(pay.id);
            found.set(pay.id, paths);
          }
          return found;
        };
        const exchange = (device: 0 | 1): void => {
          for (const [id, record] of own[device] ?? []) {
            book.set(id, record);
            judge();
          }
          for (const [id, record] of book) own[device]?.set(id, record);
        };
        steps.forEach((one, index) => {
          const day = new Date(Date.UTC(2026, 1, 1) + index * 7 * 86_400_000).toISOString();
          if (one.kind === 'sync') {
            exchange(one.device);
            return;
          }
          if (one.kind === 'write') {
            const date = new Date(Date.parse(day) - one.daysAgo * 86_400_000).toISOString().slice(0, 10);
            const context = deviceAt(one.device === 0 ? 'BS1' : 'BS2', day);
            const entry = makeSale(context, ACTIVITY, date, one.amountCents);
            own[one.device]?.set(entry.id, entry);
            return;
          }
          const mine = [...(own[0]?.values() ?? [])];
          const period = day.slice(0, 7);
          const isAsked = mine.some(
            (record) => record.type === 'salaryStatement' && (record as AnyPay).body.input.period === period,
          );
          const account = unwrap(
            computeActivityAccount({ ...settings.body, activityId: ACTIVITY }, terms, mine, day.slice(0, 10)),
          );
          const gross = Math.floor((account.availableCents * one.percent) / 100);
          if (isAsked || gross < 50_000) return;
          const pay = askPay(deviceAt('BS1', day), { settings, cooperative: terms, records: mine }, period, gross);
          if (pay.body.totals.totalCostCents <= account.availableCents) own[0]?.set(pay.id, pay);
        });
        exchange(1);
        exchange(0);
        const all = [...book.values()];
        for (const [id, paths] of judge()) {
          const pay = book.get(id) as RecordOf<'salaryStatement'>;
          // What the account bears now: also what was spent after the pay was asked, but no pay that was asked after it.
          const before = all.filter((record) => !isWaitingPay(record) || record.createdAt < pay.createdAt);
          const account = unwrap(
            computeActivityAccount({ ...settings.body, activityId: ACTIVITY }, terms, before, '2026-12-31'),
          );
          const isBorne = pay.body.totals.totalCostCents <= account.availableCents;
          expect(paths).toEqual(isBorne ? [] : ['book.coverCents']);
          if (isBorne) verified += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(verified).toBeGreaterThan(100);
  });
});
