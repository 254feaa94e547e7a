import { describe, expect, it } from 'vitest';
import { screensOf } from './features.ts';
import { isCurrent, navigationOf } from './frame/navigation-links.ts';
import { commandsOf } from './frame/use-menu-commands.ts';

describe.each(['member', 'supportTeam'] as const)('screens of role %s', (role) => {
  const screens = screensOf(role);

  it('have one address each, the first screen among them', () => {
    const paths = screens.map(({ path }) => path);
    expect(paths).toContain('/');
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('have a place of their own in the menu', () => {
    const orders = navigationOf(role).map(({ order }) => order);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
  });

  it('are led to by one command of the desktop menu, at an address of theirs', () => {
    const named = screens.flatMap(({ commands }) => Object.keys(commands ?? {}));
    expect(new Set(named).size).toBe(named.length);
    for (const { path, commands } of screens) {
      for (const address of Object.values(commands ?? {})) expect(`${address}/`).toContain(path.replace(/:.*$/, ''));
    }
  });
});

it('a member and the support team see what is theirs, in the order of the menu', () => {
  expect(navigationOf('member').map(({ href }) => href)).toEqual([
    '/',
    '/ledger',
    '/bank-import',
    '/invoices',
    '/customers',
    '/expenses',
    '/timesheet',
    '/pay',
    '/contract',
    '/sync',
    '/settings',
  ]);
  expect(navigationOf('supportTeam').map(({ href }) => href)).toEqual([
    '/',
    '/pays',
    '/parameters',
    '/rules',
    '/audit',
    '/sync',
    '/settings',
  ]);
});

it('commands of the desktop menu lead only where the role has a screen', () => {
  expect(commandsOf('supportTeam')).toEqual({
    'save-backup': '/settings',
    'show-dashboard': '/',
    'show-settings': '/settings',
    'show-sync': '/sync',
  });
  expect(commandsOf('member')).toMatchObject({ 'new-entry': '/ledger', 'new-invoice': '/invoices/new' });
});

it('an entry of the menu is the current one for the screens behind it', () => {
  const current = (location: string) =>
    navigationOf('supportTeam')
      .filter((link) => isCurrent(link, location))
      .map(({ label }) => label);
  expect(current('/')).toEqual(['network']);
  expect(current('/network/A1')).toEqual(['network']);
  expect(current('/pays/salaryStatement:1')).toEqual(['payQueue']);
});
