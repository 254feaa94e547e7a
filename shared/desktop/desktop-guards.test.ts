import { describe, expect, it } from 'vitest';
import { desktopFunctions } from './desktop-api.ts';
import { maxFileBytes } from './desktop-calls.ts';
import { desktopGuards } from './desktop-guards.ts';

const file = { name: 'facture 12.pdf', mimeType: 'application/pdf', bytes: new Uint8Array([1, 2]) };

describe('desktopGuards', () => {
  it('has one guard for each function of the contract', () => {
    expect(Object.keys(desktopGuards).sort()).toEqual(Object.values(desktopFunctions).sort());
  });

  it.each(['shell:get-info', 'server:get-address', 'page:print'] as const)('%s takes nothing', (channel) => {
    expect(desktopGuards[channel](undefined)).toBe(true);
    for (const payload of [null, {}, '', 0, []]) expect(desktopGuards[channel](payload)).toBe(false);
  });

  it('takes an address as a bounded text', () => {
    const isAccepted = desktopGuards['server:set-address'];
    expect(isAccepted({ address: 'https://sillon.example' })).toBe(true);
    expect(isAccepted({ address: 'x'.repeat(301) })).toBe(false);
    expect(isAccepted({ address: null })).toBe(false);
    expect(isAccepted({ address: 'https://a.example', token: 'x' })).toBe(false);
    expect(isAccepted('https://sillon.example')).toBe(false);
  });

  it('bounds what may be opened', () => {
    const isAccepted = desktopGuards['file:open'];
    expect(isAccepted({ extensions: ['ofx', 'csv'], maxBytes: maxFileBytes })).toBe(true);
    expect(isAccepted({ extensions: [], maxBytes: 1 })).toBe(true);
    for (const extensions of ['ofx', ['.ofx'], ['OFX'], ['a/b'], [''], Array(21).fill('ofx')]) {
      expect(isAccepted({ extensions, maxBytes: 1 })).toBe(false);
    }
    for (const maxBytes of [0, -1, 1.5, maxFileBytes + 1, '5', NaN, undefined]) {
      expect(isAccepted({ extensions: ['ofx'], maxBytes })).toBe(false);
    }
  });

  it('refuses to save under a name that could leave the chosen folder', () => {
    const isAccepted = desktopGuards['file:save'];
    expect(isAccepted(file)).toBe(true);
    expect(isAccepted({ ...file, name: 'Relevé d’heures (mars).csv' })).toBe(true);
    for (const name of ['', '..', '.', '../a', 'a/b', 'a\\b', 'C:x', 'a\u0000b', 'a\nb', ' a', 'a ', 'x'.repeat(201)]) {
      expect(isAccepted({ ...file, name })).toBe(false);
    }
  });

  it('refuses to save what is not bytes, too many bytes or an odd type', () => {
    const isAccepted = desktopGuards['file:save'];
    expect(isAccepted({ ...file, bytes: [1, 2] })).toBe(false);
    expect(isAccepted({ ...file, bytes: 'abc' })).toBe(false);
    expect(isAccepted({ ...file, bytes: new Uint8Array(maxFileBytes + 1) })).toBe(false);
    expect(isAccepted({ ...file, mimeType: 'pdf' })).toBe(false);
    expect(isAccepted({ ...file, folder: 'x' })).toBe(false);
  });

  it('takes only known menu commands', () => {
    const isAccepted = desktopGuards['menu:set-commands'];
    expect(isAccepted({ commands: ['new-entry', 'show-sync'] })).toBe(true);
    expect(isAccepted({ commands: [] })).toBe(true);
    expect(isAccepted({ commands: ['format-disk'] })).toBe(false);
    expect(isAccepted({ commands: 'new-entry' })).toBe(false);
  });
});
