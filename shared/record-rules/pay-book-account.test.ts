import { describe, expect, it } from 'vitest';
import type { AnyPay } from '../pay/counted-pay.ts';
import type { Benefit } from '../records/benefit.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { askAbroad, askPay, cooperative, deviceAt, makeSale, settingsFor } from '../testing/pay-books.ts';
import { ACCOUNT_ACCEPTED, ACTIVITY, at, factsOf, pathsOf, settings } from './pay-book.test-support.ts';
import { comparePayWithBook, listCompared, MOST_COMPARED, NOT_YET_ACCEPTED } from './pay-book-figures.ts';

const sale = (day: string, amountCents: number, date = day, device = 'BS1') =>
  makeSale(deviceAt(device, at(day)), ACTIVITY, date, amountCents);
const ask = (day: string, records: readonly AnyRecord[] = [], grossCents = 150_000) =>
  askPay(deviceAt('BS1', at(day)), { settings, cooperative, records }, day.slice(0, 7), grossCents);
const withAccount = (pay: RecordOf<'salaryStatement'>, change: object): RecordOf<'salaryStatement'> => ({
  ...pay,
  body: { ...pay.body, account: { ...pay.body.account, ...change } },
});
const withSettings = (change: object) => ({ ...settings, body: { ...settings.body, ...change } });
const TEN_BILLION = 1_000_000_000_000;

describe('the account a pay is asked from', () => {
  const pay = ask('2026-03-26');
  const { balanceCents, availableCents, residueCents } = pay.body.account;

  it('is told as it should be where it is wrong', () => {
    const lie = { balanceCents: balanceCents + 7, availableCents: availableCents + 7, residueCents: residueCents + 7 };
    expect(comparePayWithBook(withAccount(pay, lie), factsOf([]), NOT_YET_ACCEPTED).differences).toEqual([
      { path: 'book.account.balanceCents', expected: String(balanceCents), found: String(balanceCents + 7) },
      { path: 'book.account.availableCents', expected: String(availableCents), found: String(availableCents + 7) },
      { path: 'book.account.residueCents', expected: String(residueCents), found: String(residueCents + 7) },
    ]);
  });

  it('leaves what the reserve and the pay leave, each for itself', () => {
    expect(pathsOf(withAccount(pay, { availableCents: availableCents + 1 }), factsOf([]))).toEqual([
      'book.account.availableCents',
    ]);
    expect(pathsOf(withAccount(pay, { residueCents: residueCents - 1 }), factsOf([]))).toEqual([
      'book.account.residueCents',
    ]);
  });

  it('is not excused by the size of the pay itself, which the support team has stepped on', () => {
    const lie = { balanceCents: balanceCents + 7, availableCents: availableCents + 7, residueCents: residueCents + 7 };
    const checked = { ...withAccount(pay, lie), status: 'checked', updatedBy: { user: 'claire', device: 'C1' } };
    expect(pathsOf(checked, factsOf([checked]))).toContain('book.account.balanceCents');
  });

  it('is right as it was when it was asked, whatever somebody made up for later', () => {
    expect(pathsOf(pay, factsOf([pay, sale('2098-01-01', 90_000, '2026-03-01')]))).toEqual([]);
  });

  it('bears a pay to the last cent', () => {
    const costCents = pay.body.totals.totalCostCents;
    const bears = (openingBalanceCents: number) =>
      pathsOf(pay, factsOf([pay], { settings: withSettings({ openingBalanceCents }) }), ACCOUNT_ACCEPTED);
    const reserve = settings.body.reserveTargetCents;
    expect(bears(costCents + reserve)).toEqual([]);
    expect(bears(costCents + reserve - 1)).toEqual(['book.coverCents']);
  });

  it('may be dated on the day after the server’s, where that day has begun, and no later', () => {
    expect(pathsOf(pay, factsOf([pay], { today: '2026-03-25' }))).toEqual([]);
    expect(pathsOf(pay, factsOf([pay], { today: '2026-03-24' }))).toEqual(['book.date']);
  });

  it('cannot be told where a month has no rule of contribution', () => {
    const without = { ...cooperative, contributionRules: [] };
    expect(comparePayWithBook(pay, factsOf([pay], { cooperative: without }), NOT_YET_ACCEPTED)).toEqual({
      differences: [{ path: 'book.account', expected: 'contribution.noRule', found: '' }],
      figures: undefined,
    });
  });

  it('is shown up to ten billion, beyond which no verdict holds a figure', () => {
    const figuresOf = (change: object) =>
      comparePayWithBook(pay, factsOf([pay], { settings: withSettings(change) }), ACCOUNT_ACCEPTED).figures;
    expect(figuresOf({ openingBalanceCents: TEN_BILLION })).toMatchObject({ balanceCents: TEN_BILLION });
    const rich = [1, 2].map(() => sale('2026-03-01', TEN_BILLION));
    expect(comparePayWithBook(pay, factsOf([...rich, pay]), ACCOUNT_ACCEPTED).figures).toBeUndefined();
    const facts = factsOf([sale('2026-03-01', 1000), pay], {
      settings: withSettings({ openingBalanceCents: TEN_BILLION, reserveTargetCents: TEN_BILLION }),
    });
    expect(
      comparePayWithBook(pay, facts, ACCOUNT_ACCEPTED).figures,
      'though little of it is available',
    ).toBeUndefined();
  });
});

describe('what stands on the account before a pay', () => {
  const pay = ask('2026-03-26');
  const costCents = pay.body.totals.totalCostCents;
  const balanceOf = (records: readonly AnyRecord[], today = '2026-12-31') =>
    comparePayWithBook(pay, factsOf([...records, pay], { today }), ACCOUNT_ACCEPTED).figures?.balanceCents;
  const alone = balanceOf([]) ?? 0;

  it('no pay that was asked after it and waits, but every one that was asked before or is decided', () => {
    const later = ask('2026-04-26', [pay]);
    const before = ask('2026-02-26');
    expect(balanceOf([later])).toBe(alone);
    expect(balanceOf([{ ...later, status: 'validated' }])).toBe(alone - later.body.totals.totalCostCents);
    expect(balanceOf([before])).toBe(alone - before.body.totals.totalCostCents);
  });

  it('no sale of a day to come, but a pay that came before, whatever day it names', () => {
    expect(balanceOf([sale('2026-03-20', 90_000, '2027-03-01')])).toBe(alone);
    const ahead = { ...ask('2026-02-26'), date: '2027-03-01' };
    expect(balanceOf([ahead])).toBe(alone - ahead.body.totals.totalCostCents);
  });

  it('no pay that had come before the account was taken over: it is in its opening', () => {
    const paid = { ...ask('2026-02-26'), date: '2025-12-26', status: 'paid' };
    const facts = factsOf([paid, pay], { arrivals: new Map([[paid.id, '2025-12-26T09:00:00.000Z']]) });
    expect(comparePayWithBook(pay, facts, ACCOUNT_ACCEPTED).figures?.balanceCents).toBe(alone);
    expect(costCents).toBeGreaterThan(0);
  });
});

describe('the order in which pays came', () => {
  it('names the pay of the same month that came before', () => {
    const [first, second] = [ask('2026-03-26'), ask('2026-03-27')];
    const { differences } = comparePayWithBook(second, factsOf([first, second]), ACCOUNT_ACCEPTED);
    expect(differences).toContainEqual({ path: 'book.otherPay', expected: '', found: first.id });
  });

  it('decides which of too many are compared, and says how many are', () => {
    const pays = Array.from({ length: MOST_COMPARED + 1 }, (_, index) =>
      ask(`2026-03-${String(index + 1).padStart(2, '0')}`),
    );
    const mixed = [...pays.filter((_, index) => index % 2 === 0), ...pays.filter((_, index) => index % 2 === 1)];
    const compared = pays.slice(0, MOST_COMPARED).map(({ id }) => id);
    for (const records of [pays, pays.toReversed(), mixed]) {
      expect([...listCompared(records, new Map())]).toEqual(compared);
    }
    expect(comparePayWithBook(pays.at(-1) as AnyPay, factsOf(pays), NOT_YET_ACCEPTED)).toEqual({
      differences: [{ path: 'book.tooManyPays', expected: String(MOST_COMPARED), found: '' }],
      figures: undefined,
    });
  });

  it('is no reason to leave out a pay that the support team decided a moment ago', () => {
    const pay = ask('2026-03-26');
    expect(pathsOf(pay, factsOf([{ ...pay, status: 'validated' }]))).toEqual([]);
  });
});

describe('the input of a pay', () => {
  const NOTHING = { employeeCents: 0, grossRatePpm: 0 };
  const vouchers: Benefit = {
    ...{ code: 'v', kind: 'mealVouchers', label: 'Titres', from: '2025-01-01', source: 'AG' },
    steps: [
      { ...NOTHING, fromTurnoverCents: 100_000, employerCents: 1_000 },
      { ...NOTHING, fromTurnoverCents: 200_000, employerCents: 2_000 },
    ],
  };
  const terms = { ...cooperative, benefits: [vouchers] };

  it('follows from the turnover that was there when it was asked, or from that of today', () => {
    const known = sale('2026-03-26', 120_000, '2026-02-20');
    const pay = askPay(
      deviceAt('BS1', at('2026-03-26')),
      { settings, cooperative: terms, records: [known] },
      '2026-03',
      150_000,
    );
    expect(pay.body.input.extraLines).toContainEqual(expect.objectContaining({ code: 'x-v', amountCents: 1_000 }));
    const late = sale('2026-04-02', 120_000, '2026-02-21');
    const paths = (...records: AnyRecord[]) => pathsOf(pay, factsOf([...records, pay], { cooperative: terms }));
    expect(paths(known)).toEqual([]);
    expect(paths(known, late), 'what came later gave the next step').toEqual([]);
    expect(paths({ ...known, createdAt: at('2026-03-27') }), 'what was typed again later').toEqual([]);
    expect(paths(late, { ...late, id: 'ledgerEntry:2' })).toEqual([
      expect.stringMatching(/^book\.input\.extraLines\.\d+\.amountCents$/),
    ]);
  });
});

describe('the input of a pay abroad', () => {
  const own = settingsFor(ACTIVITY, 'hery.rakotomalala');
  const pay = askAbroad(
    deviceAt('MG1', at('2026-03-26')),
    { settings: own, cooperative, records: [] },
    '2026-03',
    500_000,
  );
  const differences = (change: object, terms = cooperative) =>
    comparePayWithBook(
      pay,
      factsOf([pay], { settings: { ...own, body: { ...own.body, ...change } }, cooperative: terms }),
      ACCOUNT_ACCEPTED,
    ).differences;

  it('needs a contract in its month', () => {
    const contract = { ...own.body.contract, startDate: '2026-04-01' };
    expect(differences({ contract, contracts: [contract] })).toEqual([
      { path: 'book.input', expected: 'contract.none', found: '' },
    ]);
  });

  it('needs a profile of the country', () => {
    const none = [{ path: 'book.input', expected: 'abroad.noProfile', found: '' }];
    expect(differences({}, { ...cooperative, countryProfiles: [] })).toEqual(none);
    const { countryProfiles: _none, ...without } = cooperative;
    expect(differences({}, without)).toEqual(none);
  });

  it('is in the currency of the activity', () => {
    expect(differences({ currency: 'EUR' })).toEqual([
      { path: 'book.input.currency', expected: '"EUR"', found: '"MGA"' },
    ]);
  });
});
