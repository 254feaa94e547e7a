import { describe, expect, it } from 'vitest';
import { isAccountInfo } from './account-info.ts';
import { AUDIT_KINDS, isAuditKind, isAuditPage } from './audit-entry.ts';
import { isOwnDevices } from './own-device.ts';

/** What the server may answer by mistake, or another program in its place. */
const NO_OBJECTS = [undefined, null, true, 1, 'texte', [], [{}]];

/** Copies of an object with one member taken away or of another kind. */
function spoil(whole: Readonly<Record<string, unknown>>, optional: readonly string[] = []): unknown[] {
  return Object.entries(whole).flatMap(([name, value]) => {
    const { [name]: _gone, ...rest } = whole;
    const others = [null, 7, 'autre', true, {}].filter((other) => typeof other !== typeof value || other === null);
    return [...(optional.includes(name) ? [] : [rest]), ...others.map((other) => ({ ...whole, [name]: other }))];
  });
}

describe('an account', () => {
  const account = {
    account: 'awa.diallo',
    displayName: 'Awa Diallo',
    role: 'member',
    activityId: 'A1',
    databases: { commons: 'commons', book: 'book-a1' },
    device: { id: 'D1', prefix: 'AD1' },
    cooperative: 'Kerbiriou',
    isDemo: false,
  };

  it.each([account, { ...account, role: 'supportTeam', activityId: null }])('is one: %j', (value) => {
    expect(isAccountInfo(value)).toBe(true);
  });

  it.each([
    ...NO_OBJECTS,
    ...spoil(account).filter((value) => (value as { activityId: unknown }).activityId !== null),
    { ...account, role: 'coordinator' },
    { ...account, activityId: 7 },
    { ...account, databases: { book: 'book-a1' } },
    { ...account, databases: [] },
    { ...account, device: { prefix: 'AD1' } },
    { ...account, device: { id: 'D1' } },
    { ...account, device: { id: 7, prefix: 'AD1' } },
    { ...account, device: { id: 'D1', prefix: 7 } },
  ])('is none: %j', (value) => {
    expect(isAccountInfo(value)).toBe(false);
  });
});

describe('a page of the trail', () => {
  const entry = { id: '1', at: '2026-03-01T08:00:00.000Z', kind: 'enrol', actor: 'server', details: { device: 'AD1' } };

  it.each([
    { entries: [] },
    { entries: [entry], next: '1' },
    { entries: [entry, { ...entry, account: 'awa.diallo', kind: 'of a later version' }] },
  ])('is one: %j', (value) => {
    expect(isAuditPage(value)).toBe(true);
  });

  it.each([
    ...NO_OBJECTS,
    {},
    { entries: {} },
    { entries: [], next: 7 },
    ...[...NO_OBJECTS, ...spoil(entry), { ...entry, account: 7 }].map((wrong) => ({ entries: [entry, wrong] })),
  ])('is none: %j', (value) => {
    expect(isAuditPage(value)).toBe(false);
  });

  it('has kinds with words of their own', () => {
    for (const kind of AUDIT_KINDS) expect(isAuditKind(kind)).toBe(true);
    expect([...AUDIT_KINDS].filter((kind) => !/^[a-z]+[A-Za-z]*$/.test(kind))).toEqual([]);
    for (const other of [undefined, null, '', 'ENROL', 'delete']) expect(isAuditKind(other)).toBe(false);
  });
});

describe('a person’s devices', () => {
  const device = {
    ...{ id: 'D1', name: 'Portable', prefix: 'AD1' },
    ...{ createdAt: '2026-03-01T08:00:00.000Z', lastSeenAt: '2026-03-02T08:00:00.000Z' },
    ...{ isThis: true, isOpen: false },
  };

  it.each([{ devices: [] }, { devices: [device, { ...device, id: 'D2', isThis: false, isOpen: true }] }])(
    'are listed: %j',
    (value) => {
      expect(isOwnDevices(value)).toBe(true);
    },
  );

  it.each([
    ...NO_OBJECTS,
    {},
    { devices: {} },
    ...[...NO_OBJECTS, ...spoil(device)].map((wrong) => ({ devices: [device, wrong] })),
  ])('are not: %j', (value) => {
    expect(isOwnDevices(value)).toBe(false);
  });
});
