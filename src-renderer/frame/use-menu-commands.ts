import { useEffect } from 'react';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { MenuCommand } from '../../shared/desktop/menu-command.ts';
import { getPlatform } from '../platform/current-platform.ts';
import { navigationOf } from './navigation-links.ts';

/** Screens that the desktop menu leads to; the other entries of the menu are greyed. */
const SCREENS: Readonly<Partial<Record<MenuCommand, string>>> = {
  'import-bank-statement': '/bank-import',
  'new-entry': '/ledger',
  'new-invoice': '/invoices/new',
  'save-backup': '/settings',
  'show-customers': '/customers',
  'show-dashboard': '/',
  'show-expenses': '/expenses',
  'show-invoices': '/invoices',
  'show-ledger': '/ledger',
  'show-pay': '/pay',
  'show-settings': '/settings',
  'show-sync': '/sync',
  'show-timesheet': '/timesheet',
};

/** Follows the menu of the desktop application to the screens this account has. In a browser there is no such menu. */
export function useMenuCommands(role: AccountInfo['role']): void {
  useEffect(() => {
    const open = navigationOf(role).map(({ href }) => href);
    const offered = (Object.keys(SCREENS) as MenuCommand[]).filter((command) => {
      const screen = SCREENS[command] ?? '';
      return open.some((href) => (href === '/' ? screen === '/' : screen.startsWith(href)));
    });
    return getPlatform().onMenuCommand((command) => {
      const screen = SCREENS[command];
      if (screen !== undefined) window.location.hash = screen;
    }, offered);
  }, [role]);
}
