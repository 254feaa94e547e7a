import { describe, expect, it } from 'vitest';
import { isAccountName, parseSessionCookie, splitSetCookie } from './session-cookies.ts';

const nowMs = Date.parse('2026-03-04T00:00:00Z');

describe('splitSetCookie', () => {
  it('splits joined cookies and leaves the commas of dates alone', () => {
    const first = 'sillon-session-a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly';
    expect(splitSetCookie(`${first}, b=2; Path=/, c=; Max-Age=0`)).toEqual([first, 'b=2; Path=/', 'c=; Max-Age=0']);
    expect(splitSetCookie('a=1')).toEqual(['a=1']);
  });
});

describe('parseSessionCookie', () => {
  it('reads account, value and end', () => {
    expect(parseSessionCookie('sillon-session-marie=abc.def==; Max-Age=60; HttpOnly; Path=/', nowMs)).toEqual({
      account: 'marie',
      value: 'abc.def==',
      expiresAtMs: nowMs + 60_000,
    });
    expect(parseSessionCookie('sillon-session-m=x; Expires=Wed, 21 Oct 2026 07:28:00 GMT', nowMs)?.expiresAtMs).toBe(
      Date.parse('2026-10-21T07:28:00Z'),
    );
    expect(parseSessionCookie('sillon-session-m=x', nowMs)?.expiresAtMs).toBeNull();
  });

  it('lets Max-Age win over Expires', () => {
    const line = 'sillon-session-m=x; Expires=Wed, 21 Oct 2026 07:28:00 GMT; max-age=0';
    expect(parseSessionCookie(line, nowMs)?.expiresAtMs).toBe(nowMs);
  });

  it.each(['other=1', 'sillon-session-=1', 'sillon-session-a b=1', 'sillon-session-a', 'sillon-session-a=x y', ''])(
    'leaves "%s" alone',
    (line) => {
      expect(parseSessionCookie(line, nowMs)).toBeNull();
    },
  );
});

describe('isAccountName', () => {
  it('refuses what could end a cookie', () => {
    expect(isAccountName('marie.dupont-2')).toBe(true);
    for (const name of ['', 'a;b', 'a=b', 'a b', 'a,b', 'a\r\nb', 'é', 'x'.repeat(121)]) {
      expect(isAccountName(name)).toBe(false);
    }
  });
});
