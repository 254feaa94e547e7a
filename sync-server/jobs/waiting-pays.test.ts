import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMONS_DATABASE, NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { CEILING_PARTS, WAGE_PARTS } from '../../shared/salary/month-measure.ts';
import { EMPTY_YEAR } from '../../shared/salary/year-so-far.ts';
import { toDocument } from '../couch/stored-record.ts';
import {
  askPay,
  cooperative,
  deviceAt,
  makeSale,
  settingsFor,
  settingsRecords,
} from '../../shared/testing/pay-books.ts';
import type { TestBook, TestBooks } from '../testing/test-books.ts';
import { clock, startTestBooks } from '../testing/test-books.ts';
import { readVerdicts, verdictId } from './verdict-store.ts';

const at = '2026-03-26T09:00:00.000Z';
let books: TestBooks;
let book: TestBook;
let settings: RecordOf<'activitySettings'>;
beforeAll(async () => {
  books = await startTestBooks();
  await books.server.couch.database(COMMONS_DATABASE).writeAll(settingsRecords.map(toDocument), true);
});
afterAll(() => books.server.close());
beforeEach(async () => {
  book = await books.addBook();
  settings = settingsFor(book.activityId);
  await book.write(settings);
});

function ask(records: readonly AnyRecord[], grossCents = 150_000): RecordOf<'salaryStatement'> {
  return askPay(deviceAt('BS1', at), { settings, cooperative, records }, '2026-03', grossCents);
}

const sale = (amountCents: number): RecordOf<'ledgerEntry'> =>
  makeSale(deviceAt('BS1', '2026-03-20T09:00:00.000Z'), book.activityId, '2026-03-20', amountCents);
const figuresOf = async (id: string): Promise<unknown> =>
  ((await book.read(verdictId(id)))?.['body'] as { figures?: unknown } | undefined)?.figures;

/** A pay as it stands after a step of the support team. */
function stepped(pay: RecordOf<'salaryStatement'>, status: string): RecordOf<'salaryStatement'> {
  const history = [...pay.body.history, { status, at: '2026-03-27T09:00:00.000Z', by: 'nadia.charpentier' }];
  return { ...pay, status, body: { ...pay.body, history } };
}

describe('a pay that waits', () => {
  it('is verified with the server’s figures, in the book and in the network', async () => {
    const pay = ask([]);
    await book.write(pay);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
      expect(await figuresOf(pay.id)).toEqual({ asOf: clock().slice(0, 10), ...pay.body.account });
      const copy = async (): Promise<unknown> =>
        (await books.server.couch.database(NETWORK_DATABASE).get(verdictId(pay.id)))?.['body'];
      await expect.poll(copy).toMatchObject({ figures: { balanceCents: pay.body.account.balanceCents } });
    });
  });

  it('settles by itself when the entries it stands on arrive after it', async () => {
    const entry = sale(3_000_000);
    const pay = ask([entry], 900_000);
    await books.withWorker(async () => {
      await book.write(pay);
      await expect.poll(() => book.verdictOn(pay.id)).toContain('book.coverCents');
      await book.write(entry);
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
    });
  });

  it('is judged anew when its book changes, also after a restart, and is left alone once it is validated', async () => {
    const pay = ask([]);
    let rev = await book.write(pay);
    const spent = sale(-1_000_000);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
    });
    await books.withWorker(async () => {
      const spentRev = await book.write(spent);
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['mismatch', 'book.coverCents']);
      await book.write({ ...spent, status: 'voided' }, spentRev);
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
      const checked = stepped(pay, 'checked');
      rev = await book.write(checked, rev);
      rev = await book.write(stepped(checked, 'validated'), rev);
      const network = books.server.couch.database(NETWORK_DATABASE);
      await expect.poll(async () => (await network.get(pay.id))?.['status']).toBe('validated');
      const figures = await figuresOf(pay.id);
      const late = sale(-900_000);
      await book.write(late);
      await expect.poll(async () => (await network.get(late.id))?.['status']).toBe('active');
      expect(await book.verdictOn(pay.id)).toEqual(['verified']);
      expect(await figuresOf(pay.id)).toEqual(figures);
    });
  });

  it('is judged anew when the settings of the cooperative or of the activity change', async () => {
    const pay = ask([]);
    await book.write(pay);
    const commons = books.server.couch.database(COMMONS_DATABASE);
    await books.withWorker(async (worker) => {
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
      const facts = settingsRecords.find(({ type }) => type === 'employerFacts');
      if (facts === undefined) throw new Error('the demonstration has them');
      const stored = await commons.get(facts.id);
      const employerFacts = [{ from: '2020-01-01', headcount: 60, atmpRatePpm: 20_800 }];
      const changed = { ...facts, body: { ...facts.body, employerFacts } };
      await commons.put({ ...toDocument(changed), _rev: stored?._rev ?? '' });
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['mismatch', 'book.input.headcount']);
      const again = await commons.get(facts.id);
      await commons.put({ ...toDocument(facts), _rev: again?._rev ?? '' });
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
      const own = await book.read(settings.id);
      const body = { ...settings.body, reserveTargetCents: 900_000 };
      await book.write({ ...settings, body }, own?._rev);
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['mismatch', 'book.coverCents']);
      await worker.verifyAll();
      expect(await book.verdictOn(pay.id)).toEqual(['mismatch', 'book.coverCents']);
    });
  });

  it('that claims another account or other facts is a mismatch with its reason', async () => {
    const known = { settings, cooperative, records: [] };
    const lies = {
      balance: askPay(deviceAt('BS1', at), known, '2026-03', 150_000, (pay) => ({
        ...pay,
        account: { balanceCents: 1_000_000_000_000, availableCents: 1_000_000_000_000 - 50_000 },
      })),
      headcount: askPay(deviceAt('BS1', at), known, '2026-04', 150_000, (pay) => ({
        ...pay,
        input: { ...pay.input, headcount: 1, atmpRatePpm: 0 },
      })),
    };
    for (const pay of Object.values(lies)) await book.write(pay);
    await books.withWorker(async (worker) => {
      await worker.verifyAll();
      expect(await book.verdictOn(lies.balance.id)).toContain('book.account.balanceCents');
      expect(await book.verdictOn(lies.headcount.id)).toEqual(
        expect.arrayContaining(['book.input.headcount', 'book.input.atmpRatePpm']),
      );
      expect(await figuresOf(lies.balance.id)).toMatchObject({ asOf: clock().slice(0, 10) });
    });
  });

  it('gains nothing from one whose invented year gives back more than it costs, not even once that is validated', async () => {
    const known = { settings, cooperative, records: [] };
    const yearSoFar = {
      ...EMPTY_YEAR,
      months: 11,
      grossCents: 1_800_000,
      ceilingParts: 11 * 400_500 * CEILING_PARTS,
      wageParts: 11 * 182_303 * WAGE_PARTS,
    };
    const forged = askPay(deviceAt('BS1', at), known, '2026-12', 150_000, (pay) => ({
      ...pay,
      input: { ...pay.input, newlyCounted: undefined, yearSoFar },
    }));
    expect(forged.body.totals.totalCostCents).toBeLessThan(0);
    let rev = await book.write(forged);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(forged.id)).toContain('book.input.yearSoFar');
      const pay = ask([]);
      await book.write(pay);
      const balance = async (): Promise<unknown> =>
        ((await figuresOf(pay.id)) as { balanceCents?: number } | undefined)?.balanceCents;
      await expect.poll(balance).toBe(1_000_000);
      const checked = stepped(forged, 'checked');
      rev = await book.write(checked, rev);
      rev = await book.write(stepped(checked, 'validated'), rev);
      await book.write(sale(100));
      await expect.poll(balance).toBeGreaterThan(1_000_000);
      expect(await balance()).toBeLessThanOrEqual(1_000_100);
      expect(await book.verdictOn(forged.id)).toContain('book.input.yearSoFar');
    });
  });

  it('is compared once even when it was decided before the server saw it', async () => {
    const decided = (pay: RecordOf<'salaryStatement'>): RecordOf<'salaryStatement'> =>
      ['checked', 'validated', 'paid'].reduce((made, status) => stepped(made, status), pay);
    const honest = decided(ask([]));
    const invented = askPay(deviceAt('BS1', at), { settings, cooperative, records: [] }, '2026-04', 900_000, (pay) => ({
      ...pay,
      input: { ...pay.input, headcount: 1 },
    }));
    await book.write(honest);
    await books.withWorker(async (worker) => {
      await expect.poll(() => book.verdictOn(honest.id)).toEqual(['verified']);
      expect(await figuresOf(honest.id)).toMatchObject({ asOf: clock().slice(0, 10) });
      await book.write(decided(invented));
      await expect.poll(() => book.verdictOn(invented.id)).toContain('book.input.headcount');
      expect(await book.verdictOn(invented.id)).toContain('book.coverCents');
      const figures = await figuresOf(honest.id);
      await book.write(sale(-900_000));
      await worker.verifyAll();
      expect(await book.verdictOn(honest.id)).toEqual(['verified']);
      expect(await figuresOf(honest.id)).toEqual(figures);
    });
  });

  it('gets no verdict when it is decided and nothing can be compared, until something can', async () => {
    const own = await books.addBook();
    const known = { settings: settingsFor(own.activityId), cooperative, records: [] };
    const pay = stepped(stepped(askPay(deviceAt('BS1', at), known, '2026-03', 150_000), 'checked'), 'validated');
    await own.write(pay);
    await books.withWorker(async (worker) => {
      await worker.verifyAll();
      expect(await own.verdictOn(pay.id)).toEqual([]);
      await own.write(known.settings);
      await worker.verifyAll();
      expect(await own.verdictOn(pay.id)).toEqual(['verified']);
    });
  });

  it('is none that the account bears before it is open, and leaves nothing to a second one', async () => {
    const known = { settings, cooperative, records: [] };
    const [early, next] = ['2026-02', '2026-03'].map((month) => askPay(deviceAt('BS1', at), known, month, 500_000));
    if (early === undefined || next === undefined) throw new Error('both are asked');
    await book.write({ ...early, date: '2025-12-15' });
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(early.id)).toContain('book.opening');
      await book.write(next);
      await expect.poll(() => book.verdictOn(next.id)).toContain('book.coverCents');
    });
  });

  it('came when the server saw it, whenever it says it was asked', async () => {
    const pay = ask([]);
    const known = { settings, cooperative, records: [] };
    const forged = askPay(deviceAt('BS2', '2020-01-01T08:00:00.000Z'), known, '2026-03', 150_000);
    await book.write(pay);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
      await book.write({ ...forged, date: '2026-02-28' });
      await expect.poll(() => book.verdictOn(forged.id)).toContain('book.otherPay');
      expect(await book.verdictOn(pay.id)).toEqual(['verified']);
    });
  });

  it('is one of 24 that are compared, however many wait: one that is withdrawn makes room for the next', async () => {
    // More than are held at once.
    const pays = Array.from({ length: 52 }, () => ask([]));
    const revs = new Map<string, string>();
    for (const pay of pays) revs.set(pay.id, await book.write(pay));
    const compared = async (): Promise<number> => {
      const paths = await Promise.all(pays.map(({ id }) => book.verdictOn(id)));
      return paths.filter((found) => found.length > 0 && !found.includes('book.tooManyPays')).length;
    };
    await books.withWorker(async () => {
      await expect.poll(compared).toBe(24);
      const verdicts = await Promise.all(pays.map(async (pay) => ({ pay, found: await book.verdictOn(pay.id) })));
      const [first] = verdicts.filter(({ found }) => !found.includes('book.tooManyPays'));
      if (first === undefined) throw new Error('none is compared');
      await book.write(stepped(first.pay, 'refused'), revs.get(first.pay.id));
      await expect.poll(compared).toBe(25);
    });
  });

  it('is compared after a start without being asked, and no more once it is withdrawn', async () => {
    const known = { settings, cooperative, records: [] };
    const pay = askPay(deviceAt('BS1', '2026-03-26T09:00:00.000Z'), known, '2026-03', 900_000);
    const rev = await book.write(pay);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(pay.id)).toContain('book.coverCents');
    });
    // As a version that gave no figures left it.
    const verdict = await book.read(verdictId(pay.id));
    const { figures: _none, ...body } = verdict?.['body'] as { figures?: unknown };
    await books.server.couch
      .database(book.name)
      .put({ ...verdict, _id: verdictId(pay.id), status: 'verified', body: { ...body, differences: [] } });
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(pay.id)).toContain('book.coverCents');
      const history = [...pay.body.history, { status: 'cancelled', at: '2026-03-27T09:00:00.000Z', by: 'lea.morvan' }];
      await book.write({ ...pay, status: 'cancelled', body: { ...pay.body, history } }, rev);
      await expect.poll(() => book.verdictOn(pay.id)).toEqual(['verified']);
    });
  });

  it('makes no other change look at the book', async () => {
    await books.withWorker(async (worker) => {
      await book.write(sale(1_000));
      await worker.settle();
    });
    expect(await readVerdicts(books.server.couch.database(book.name))).toEqual(new Map());
  });
});
