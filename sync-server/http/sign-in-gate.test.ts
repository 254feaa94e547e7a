import { describe, expect, it } from 'vitest';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { Attempt } from './sign-in-gate.ts';
import { openSignInGate } from './sign-in-gate.ts';

const WRONG = fail(appError('session.wrongPassword', 'wrong'));
const MINUTE = 60;

/** A gate with a clock of its own: what an attempt answers, `ok` or its code and the seconds to wait. */
function openGate() {
  let seconds = 1_000_000;
  const gate = openSignInGate(() => seconds * 1000);
  const attempt = async (change: Partial<Attempt>, check: () => Promise<Result<unknown>>): Promise<unknown> => {
    const who = { account: 'ada.fall', address: '203.0.113.7', knownDeviceId: undefined, ...change };
    const judged = await gate.attempt(who, check);
    if (judged.ok) return 'ok';
    const { code, details } = judged.error;
    return details?.['seconds'] === undefined ? code : [code, details['seconds']];
  };
  return {
    guess: (change: Partial<Attempt> = {}) => attempt(change, () => Promise.resolve(WRONG)),
    signIn: (change: Partial<Attempt> = {}) => attempt(change, () => Promise.resolve(ok('a session'))),
    attempt,
    pass: (more: number) => {
      seconds += more;
    },
  };
}

const wrong = 'session.wrongPassword';
const times = async (count: number, one: (index: number) => Promise<unknown>): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (let index = 0; index < count; index += 1) answers.push(await one(index));
  return answers;
};

describe('an account guessed from one address', () => {
  it('is locked there after five guesses for a minute, even with the right password', async () => {
    const gate = openGate();
    expect(await times(5, () => gate.guess())).toEqual(Array(5).fill(wrong));
    expect(await gate.guess()).toEqual(['session.locked', MINUTE]);
    gate.pass(MINUTE - 1);
    expect(await gate.signIn()).toEqual(['session.locked', 1]);
    gate.pass(1);
    expect(await gate.signIn()).toBe('ok');
  });

  it('is locked longer with each guess, up to five minutes, and for half an hour no less', async () => {
    const gate = openGate();
    await times(5, () => gate.guess());
    for (const minutes of [1, 2, 4, 5, 5]) {
      expect(await gate.guess()).toEqual(['session.locked', minutes * MINUTE]);
      gate.pass(minutes * MINUTE);
      expect(await gate.guess()).toBe(wrong);
    }
    gate.pass(30 * MINUTE);
    expect(await times(5, () => gate.guess())).toEqual(Array(5).fill(wrong));
  });

  it('is locked there alone: from another address and for another account the way is open', async () => {
    const gate = openGate();
    await times(5, () => gate.guess());
    expect(await gate.signIn({ address: '198.51.100.4' })).toBe('ok');
    expect(await gate.signIn({ account: 'bo.lind' })).toBe('ok');
  });

  it('is locked in a whole network of one customer', async () => {
    const gate = openGate();
    await times(5, (index) => gate.guess({ address: `2001:db8:1:2::${String(index)}` }));
    expect(await gate.signIn({ address: '2001:db8:1:2::99' })).toEqual(['session.locked', MINUTE]);
  });

  it('begins anew with a right password', async () => {
    const gate = openGate();
    for (let round = 0; round < 3; round += 1) {
      expect(await times(4, () => gate.guess())).toEqual(Array(4).fill(wrong));
      expect(await gate.signIn()).toBe('ok');
    }
  });

  it('counts guesses while they are judged: a burst does not pass as one', async () => {
    const gate = openGate();
    let judge: (answer: Result<unknown>) => void = () => undefined;
    const judged = new Promise<Result<unknown>>((resolve) => {
      judge = resolve;
    });
    const burst = Array.from({ length: 5 }, () => gate.attempt({}, () => judged));
    expect(await gate.guess()).toEqual(['session.locked', MINUTE]);
    judge(WRONG);
    expect(await Promise.all(burst)).toEqual(Array(5).fill(wrong));
  });
});

describe('an account guessed from everywhere', () => {
  const from = (index: number): Partial<Attempt> => ({ address: `198.51.100.${String(index)}` });

  it('is slowed down after thirty guesses: two seconds, then longer, a minute at most', async () => {
    const gate = openGate();
    expect(await times(30, (index) => gate.guess(from(index)))).toEqual(Array(30).fill(wrong));
    for (const [index, seconds] of [2, 4, 8, 16, 32, 60, 60].entries()) {
      expect(await gate.guess(from(50 + index))).toEqual(['session.slowDown', seconds]);
      gate.pass(seconds);
      expect(await gate.guess(from(100 + index))).toBe(wrong);
    }
  });

  it('is slow for an hour, and not for other accounts', async () => {
    const gate = openGate();
    await times(31, (index) => gate.guess(from(index)));
    expect(await gate.signIn({ ...from(40), account: 'bo.lind' })).toBe('ok');
    gate.pass(59 * MINUTE);
    expect(await gate.guess(from(41))).toBe(wrong);
    expect(await gate.guess(from(42))).toEqual(['session.slowDown', expect.any(Number)]);
    gate.pass(60 * MINUTE);
    expect(await times(30, (index) => gate.guess(from(index)))).toEqual(Array(30).fill(wrong));
  });

  it('is not slowed down by who signs in', async () => {
    const gate = openGate();
    await times(29, (index) => gate.guess(from(index)));
    expect(await times(10, (index) => gate.signIn(from(100 + index)))).toEqual(Array(10).fill('ok'));
  });
});

describe('an address that guesses many accounts', () => {
  const of = (index: number): Partial<Attempt> => ({ account: `person.${String(index)}` });

  it('is slowed down after thirty guesses: a second, then longer, fifteen at most', async () => {
    const gate = openGate();
    expect(await times(30, (index) => gate.guess(of(index)))).toEqual(Array(30).fill(wrong));
    for (const [index, seconds] of [1, 2, 4, 8, 15, 15].entries()) {
      expect(await gate.guess(of(50 + index))).toEqual(['session.slowDown', seconds]);
      gate.pass(seconds);
      expect(await gate.guess(of(100 + index))).toBe(wrong);
    }
    gate.pass(15 * MINUTE);
    expect(await times(30, (index) => gate.guess(of(200 + index)))).toEqual(Array(30).fill(wrong));
  });

  it('has sixteen checks under way at once and no more, whoever asks', async () => {
    const gate = openGate();
    const waiting: ((answer: Result<unknown>) => void)[] = [];
    const hold = () => new Promise<Result<unknown>>((resolve) => waiting.push(resolve));
    const open = Array.from({ length: 16 }, (_, index) => gate.attempt(of(index), hold));
    expect(await gate.signIn(of(20))).toEqual(['session.slowDown', 2]);
    expect(await gate.signIn({ ...of(20), address: '198.51.100.4' })).toBe('ok');
    waiting[0]?.(ok('a session'));
    await open[0];
    expect(await gate.signIn(of(21))).toBe('ok');
    // One place was free, and is taken.
    open.push(gate.attempt(of(22), hold));
    expect(await gate.signIn(of(23))).toEqual(['session.slowDown', 2]);
    for (const answer of waiting) answer(ok('a session'));
    await Promise.all(open);
    // All places are free again.
    const again = Array.from({ length: 16 }, (_, index) => gate.attempt(of(30 + index), () => Promise.resolve(ok(1))));
    expect(await Promise.all(again)).toEqual(Array(16).fill('ok'));
  });

  it('has its place back when a check fails by itself', async () => {
    const gate = openGate();
    const broken = () => Promise.reject(new Error('the database cannot be reached'));
    for (let index = 0; index < 40; index += 1) {
      await expect(gate.attempt(of(index), broken)).rejects.toThrow('cannot be reached');
    }
    expect(await gate.signIn(of(50))).toBe('ok');
  });
});

describe('the device that a person used before', () => {
  const own = { knownDeviceId: 'D1' };

  it('is never kept out by what others guess', async () => {
    const gate = openGate();
    await times(5, () => gate.guess());
    await times(40, (index) => gate.guess({ address: `198.51.100.${String(index)}` }));
    expect(await gate.signIn(own)).toBe('ok');
  });

  it('guesses ten times, then waits five seconds and longer, a minute at most', async () => {
    const gate = openGate();
    expect(await times(10, () => gate.guess(own))).toEqual(Array(10).fill(wrong));
    for (const seconds of [5, 10, 20, 40, 60, 60]) {
      expect(await gate.signIn(own)).toEqual(['session.slowDown', seconds]);
      gate.pass(seconds);
      expect(await gate.guess(own)).toBe(wrong);
    }
    expect(await gate.signIn({ knownDeviceId: 'D2' })).toBe('ok');
    gate.pass(15 * MINUTE);
    expect(await times(10, () => gate.guess(own))).toEqual(Array(10).fill(wrong));
  });

  it('begins anew with a right password, and counts for nothing elsewhere', async () => {
    const gate = openGate();
    for (let round = 0; round < 4; round += 1) {
      expect(await times(9, () => gate.guess(own))).toEqual(Array(9).fill(wrong));
      expect(await gate.signIn(own)).toBe('ok');
    }
    expect(await times(5, () => gate.guess())).toEqual(Array(5).fill(wrong));
  });
});
