import { describe, expect, it } from 'vitest';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import { keepOwnSeries, startNewSeries } from './device-prefix.ts';

function accountOn(id: string, prefix: string): AccountInfo {
  return {
    account: 'awa.diallo',
    displayName: 'Awa Diallo',
    role: 'member',
    activityId: 'A1',
    databases: { book: 'book-a1', commons: 'commons' },
    device: { id, prefix },
    cooperative: 'C',
    isDemo: false,
  };
}

function prefixAfter(prefix: string, ...random: number[]): string {
  return startNewSeries(accountOn('D1', prefix), Uint8Array.from(random)).device.prefix;
}

describe('startNewSeries', () => {
  it('adds two letters to the prefix the server gave', () => {
    expect(prefixAfter('AB1', 0, 23, 5, 5)).toBe('AB1AZ');
    expect(prefixAfter('XY12', 24, 255, 5, 5)).toBe('XY12AR');
  });

  it('replaces the letters of an earlier restore, so that the prefix stays short', () => {
    expect(prefixAfter('AB1QR', 0, 1, 5, 5)).toBe('AB1AB');
  });

  it('never gives the series that is left', () => {
    expect(prefixAfter('AB1AB', 0, 1, 2, 3)).toBe('AB1CD');
    expect(prefixAfter('AB1AB', 0, 1, 0, 1)).toBe('AB1AZ');
    expect(prefixAfter('AB1AZ', 0, 23, 0, 23)).toBe('AB1AY');
  });
});

describe('keepOwnSeries', () => {
  it('keeps the letters this device added', () => {
    const kept = keepOwnSeries({ ...accountOn('D1', 'AB1'), displayName: 'Awa Sow' }, accountOn('D1', 'AB1QR'));
    expect([kept.displayName, kept.device.prefix]).toEqual(['Awa Sow', 'AB1QR']);
  });

  it('takes a new device or a new prefix from the server', () => {
    expect(keepOwnSeries(accountOn('D2', 'AB2'), accountOn('D1', 'AB1QR')).device).toEqual({ id: 'D2', prefix: 'AB2' });
    expect(keepOwnSeries(accountOn('D1', 'CD4'), accountOn('D1', 'AB1QR')).device.prefix).toBe('CD4');
    expect(keepOwnSeries(accountOn('D1', 'AB1'), undefined).device.prefix).toBe('AB1');
  });
});
