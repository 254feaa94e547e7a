import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.ts';
import { openSlowDown } from './slow-down.ts';

const RULE = { free: 3, firstMs: 1_000, mostMs: 8_000, forgetMs: 60_000 };

describe('slowing down', () => {
  it('lets some failures pass, then doubles the pause up to the longest', () => {
    let nowMs = 0;
    const slow = openSlowDown(RULE, () => nowMs);
    const pauses = Array.from({ length: 7 }, () => {
      slow.fail('a');
      const wait = slow.wait('a');
      nowMs += wait * 1000;
      return wait;
    });
    expect(pauses).toEqual([0, 0, 1, 2, 4, 8, 8]);
    expect(slow.wait('b')).toBe(0);
    slow.succeed('a');
    slow.fail('a');
    expect(slow.wait('a')).toBe(0);
  });

  it('starts afresh where nothing failed for so long, and no sooner', () => {
    for (const [pauseMs, wait] of [
      [59_999, 2],
      [60_000, 0],
    ] as const) {
      let nowMs = 1_000_000;
      const slow = openSlowDown(RULE, () => nowMs);
      for (let count = 0; count < 3; count += 1) slow.fail('a');
      nowMs += pauseMs;
      slow.fail('a');
      expect(slow.wait('a'), String(pauseMs)).toBe(wait);
    }
  });

  it('never keeps a key longer than the longest pause', () => {
    const step = fc.record({ isFailure: fc.boolean(), afterMs: fc.nat(20_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let nowMs = 0;
        const slow = openSlowDown(RULE, () => nowMs);
        for (const { isFailure, afterMs } of steps) {
          nowMs += afterMs;
          if (isFailure) slow.fail('a');
          expect(slow.wait('a')).toBeLessThanOrEqual(RULE.mostMs / 1000);
        }
        nowMs += RULE.mostMs;
        expect(slow.wait('a')).toBe(0);
      }),
    );
  });

  it('keeps its memory in bounds and the latest failures in it', () => {
    const slow = openSlowDown({ ...RULE, free: 1 }, () => 0);
    for (let n = 0; n < 20_005; n += 1) slow.fail(String(n));
    expect([slow.wait('0'), slow.wait('20004')]).toEqual([0, 1]);
  });
});

it('keeps twenty thousand keys, and forgets the one whose last failure is the longest ago', () => {
  const slow = openSlowDown({ ...RULE, free: 1 }, () => 0);
  for (let key = 0; key < 20_000; key += 1) slow.fail(String(key));
  expect(slow.wait('0')).toBeGreaterThan(0);
  slow.fail('0');
  slow.fail('another');
  expect(slow.wait('0'), 'it failed again since').toBeGreaterThan(0);
  expect(slow.wait('1')).toBe(0);
});

describe('addresses', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:192.168.100.200', '192.168.100.200'],
    ['64:ff9b:1::ffff:203.0.113.7', '64:ff9b:1:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:A:b:3:4:5:6', '2001:db8:a:b::/64'],
    ['2001:0db8:0001:0020::9', '2001:db8:1:20::/64'],
    ['2001:db8:0000:2::9', '2001:db8:0:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['2001::3:4:5:6:7:8', '2001:0:3:4::/64'],
    ['::2:3:4:5:6:7:8', '0:2:3:4::/64'],
    ['::4:5:6:7:8', '0:0:0:4::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['fe80::1:2:3:4%eth0', 'fe80:0:0:0::/64'],
    ['no address', 'no address'],
  ])('counts %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
