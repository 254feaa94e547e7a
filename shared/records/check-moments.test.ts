import { describe, expect, it } from 'vitest';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { checkMoments, isMoment } from './check-moments.ts';
import type { AnyRecord } from './envelope.ts';

it.each([
  '2000-01-01T00:00:00.000Z',
  '2026-02-28T09:59:59.999Z',
  '2024-02-29T19:00:00.000Z',
  '2026-12-31T20:30:00.000Z',
  '2099-12-31T23:59:59.999Z',
])('%s is a moment', (text) => {
  expect(isMoment(text)).toBe(true);
});

it.each([
  '',
  '2026-03-01',
  '1999-12-31T23:59:59.999Z',
  '2100-01-01T00:00:00.000Z',
  '2026-02-29T08:00:00.000Z',
  '2026-13-01T08:00:00.000Z',
  '2026-03-01T24:00:00.000Z',
  '2026-03-01T30:00:00.000Z',
  '2026-03-01T08:60:00.000Z',
  '2026-03-01T08:00:60.000Z',
  '2026-03-01T08:00:00Z',
  '2026-03-01T08:00:00.00Z',
  '2026-03-01T08:00:00.000',
  '2026-03-01T08:00:00.000+01:00',
  ' 2026-03-01T08:00:00.000Z',
  '2026-03-01T08:00:00.000Z ',
  '2026-03-012026-03-01T08:00:00.000Z',
])('%j is none', (text) => {
  expect(isMoment(text)).toBe(false);
});

describe('the moments that a write tells of itself', () => {
  const GOOD = '2026-03-01T08:00:00.000Z';
  const WRONG = '1970-01-01T00:00:00.000Z';
  const entry: AnyRecord = sampleEntry(sampleContext(), { date: '2026-03-02', amountCents: 100 });
  const stepped = (...moments: unknown[]): AnyRecord => ({
    ...entry,
    body: { history: moments.map((at) => ({ at })) },
  });

  it.each([
    ['made', { ...entry, createdAt: WRONG }],
    ['written', { ...entry, updatedAt: WRONG }],
    ['stepped on', stepped(GOOD, WRONG)],
    ['stepped on at no moment', stepped(undefined)],
    ['stepped on by nothing', { ...entry, body: { history: [null] } }],
  ])('refuses one %s at no moment of this century', (_, record) => {
    expect(checkMoments(undefined, record)).toMatchObject({ ok: false, error: { code: 'record.clock' } });
    expect(checkMoments(entry, record).ok).toBe(false);
  });

  it('takes those of today, and a history that is none', () => {
    for (const record of [entry, stepped(GOOD), { ...entry, body: { history: WRONG } }]) {
      expect(checkMoments(undefined, record)).toEqual({ ok: true, value: record });
    }
  });

  it('leaves alone what was stored so', () => {
    const stored = { ...stepped(WRONG), createdAt: WRONG };
    expect(checkMoments(stored, { ...stored, body: { history: [{ at: WRONG }, { at: GOOD }] } }).ok).toBe(true);
    expect(checkMoments(stored, { ...stored, updatedAt: '1971-01-01T00:00:00.000Z' }).ok).toBe(false);
  });
});
