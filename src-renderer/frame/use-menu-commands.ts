import { useEffect } from 'react';
import type { MenuCommand } from '../../shared/desktop/menu-command.ts';
import { screensOf } from '../features.ts';
import { getPlatform } from '../platform/current-platform.ts';
import type { Role } from './feature.ts';

/** Follows the menu of the desktop application to the screens this account has; its other entries are greyed. In a browser there is no such menu. */
export function useMenuCommands(role: Role): void {
  useEffect(() => {
    const addresses = commandsOf(role);
    return getPlatform().onMenuCommand(
      (command) => {
        const address = addresses[command];
        if (address !== undefined) window.location.hash = address;
      },
      Object.keys(addresses) as MenuCommand[], // its keys are commands
    );
  }, [role]);
}

/** Where each command of the desktop menu leads a role. */
export function commandsOf(role: Role): Readonly<Partial<Record<MenuCommand, string>>> {
  return Object.assign({}, ...screensOf(role).map(({ commands }) => commands ?? {})) as Partial<
    Record<MenuCommand, string>
  >;
}
