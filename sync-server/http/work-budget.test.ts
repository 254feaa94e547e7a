import Fastify from 'fastify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from './authenticate.ts';
import type { WorkBudget } from './work-budget.ts';
import { admit, openWorkBudget } from './work-budget.ts';

function caller(session: string, account = 'ada.fall'): Caller {
  return { session: { tokenHash: session }, person: { account } } as unknown as Caller; // what a budget reads
}

describe('a budget', () => {
  it('is used up, given back with time, and kept apart by session', () => {
    let now = 0;
    const budget = openWorkBudget(() => now);
    budget.charge(caller('a'), 16_000);
    const seconds = budget.waitFor(caller('a'));
    expect(seconds).toBe(7);
    expect(budget.waitFor(caller('b'))).toBe(0);
    now += seconds * 1_000 - 3_500;
    expect(budget.waitFor(caller('a'))).toBeGreaterThan(0);
    now += 3_500;
    expect(budget.waitFor(caller('a'))).toBe(0);
  });

  it('of an account does not grow with its sessions', () => {
    const budget = openWorkBudget(() => 0);
    for (let session = 0; session < 5; session += 1) budget.charge(caller(String(session)), 14_000);
    expect(budget.waitFor(caller('fresh'))).toBeGreaterThan(0);
    expect(budget.waitFor(caller('fresh', 'bo.lind'))).toBe(0);
  });

  it('holds what is under way apart, and takes back what an answer did not cost', () => {
    const budget = openWorkBudget(() => 0);
    const [first, second] = [budget.reserve(caller('a'), 8_000), budget.reserve(caller('a'), 8_000)];
    expect(budget.waitFor(caller('a')), 'a second, for it is not used').toBe(1);
    expect(budget.waitFor(caller('b')), 'nobody else’s').toBe(0);
    first(10);
    expect(budget.waitFor(caller('a'))).toBe(0);
    second(15_000);
    expect(budget.waitFor(caller('a'))).toBeGreaterThan(1);
  });

  it('whoever waits as long as told gets through, whatever was done before', () => {
    const step = fc.tuple(fc.nat(30_000), fc.nat(90_000));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = 0;
        const budget = openWorkBudget(() => now);
        for (const [pause, units] of steps) {
          now += pause;
          budget.charge(caller('a'), units);
        }
        now += budget.waitFor(caller('a')) * 1_000;
        expect(budget.waitFor(caller('a'))).toBe(0);
      }),
    );
  });

  it('comes back evenly within a minute, and to no more than there was', () => {
    let now = 0;
    const budget = openWorkBudget(() => now);
    budget.charge(caller('a'), 30_000);
    // 15,000 below nothing, and 750 to come back to.
    expect(budget.waitFor(caller('a'))).toBe(63);
    now += 62_900;
    expect(budget.waitFor(caller('a'))).toBe(0);
    budget.charge(caller('a'), 725);
    expect(budget.waitFor(caller('a'))).toBe(3);
    now += 3_600_000;
    budget.charge(caller('a'), 15_000);
    expect(budget.waitFor(caller('a'))).toBe(3);
  });

  it('of an account is that of four sessions, and what it lacks is waited for in each', () => {
    const budget = openWorkBudget(() => 0);
    for (const session of ['a', 'b', 'c', 'd']) budget.charge(caller(session), 14_999);
    expect(budget.waitFor(caller('fresh'))).toBe(0);
    budget.charge(caller('fresh'), 4);
    expect(budget.waitFor(caller('fresh')), 'a twentieth of all four').toBe(3);
    budget.charge(caller('fresh'), 59_996);
    expect(budget.waitFor(caller('another'))).toBe(63);
    expect(budget.waitFor(caller('fresh')), 'the longer of both').toBe(183);
  });

  it('sets aside for the account too, and gives back all of it', () => {
    const budget = openWorkBudget(() => 0);
    const answers = ['a', 'b', 'c', 'd'].map((session) => budget.reserve(caller(session), 15_000));
    expect(budget.waitFor(caller('fresh'))).toBe(1);
    for (const done of answers) done(0);
    expect(['a', 'b', 'c', 'd', 'fresh'].map((session) => budget.waitFor(caller(session)))).toEqual([0, 0, 0, 0, 0]);
    const next = budget.reserve(caller('a'), 14_999);
    expect(budget.waitFor(caller('a'))).toBe(0);
    const last = budget.reserve(caller('a'), 1);
    expect(budget.waitFor(caller('a'))).toBe(1);
    next(0);
    last(0);
  });

  it('forgets the session that came first when there are too many to remember', () => {
    const budget = openWorkBudget(() => 0);
    const of = (name: string): Caller => caller(name, name);
    budget.charge(of('first'), 70_000);
    budget.charge(of('second'), 16_000);
    for (let index = 0; index < 9_998; index += 1) budget.charge(of(`other ${String(index)}`), 1);
    expect(budget.waitFor(of('first'))).toBe(223);
    budget.charge(of('one more'), 1);
    expect(budget.waitFor(of('second'))).toBe(7);
    expect(budget.waitFor(of('first'))).toBe(0);
  });
});

it('a budget goes by the machine’s own clock where it is given none', () => {
  const budget = openWorkBudget();
  budget.charge(caller('a'), 16_000);
  expect(budget.waitFor(caller('a'))).toBeGreaterThan(0);
});

describe('a request', () => {
  /** How a request is answered that costs so much, and whether it went on. */
  async function ask(budget: WorkBudget, units: number) {
    const front = Fastify();
    let isAdmitted: boolean | undefined;
    front.get('/', async (_, reply) => {
      isAdmitted = admit(budget, caller('a'), reply, units);
      if (isAdmitted && !reply.sent) await reply.send('done');
      return reply;
    });
    const { statusCode, headers, payload } = await front.inject('/');
    await front.close();
    return { isAdmitted, statusCode, headers, payload };
  }

  it('goes on while there is room, charged with what it costs', async () => {
    const budget = openWorkBudget(() => 0);
    for (let count = 0; count < 3; count += 1) {
      expect(await ask(budget, 5_000)).toMatchObject({ isAdmitted: true, statusCode: 200, payload: 'done' });
    }
    expect(budget.waitFor(caller('a'))).toBe(3);
  });

  it('is answered with how long to wait, and costs nothing', async () => {
    const budget = openWorkBudget(() => 0);
    budget.charge(caller('a'), 16_000);
    const refused = await ask(budget, 5_000);
    expect(refused).toMatchObject({ isAdmitted: false, statusCode: 429 });
    expect(JSON.parse(refused.payload)).toMatchObject({ error: { code: 'network.busy', details: { seconds: 7 } } });
    expect(refused.headers).toMatchObject({ 'retry-after': '7', 'cache-control': 'no-store', connection: 'close' });
    expect(budget.waitFor(caller('a'))).toBe(7);
  });
});
