import { screensOf } from '../features.ts';
import type { MenuEntry, Role } from './feature.ts';

interface NavigationLink extends MenuEntry {
  readonly href: string;
}

/** The menu of a role, in its order; a screen with a parameter is entered without it. */
export function navigationOf(role: Role): readonly NavigationLink[] {
  return screensOf(role)
    .flatMap(({ path, menu }) => (menu === undefined ? [] : [{ ...menu, href: path.replace(/\/:.*$/, '') }]))
    .toSorted((a, b) => a.order - b.order);
}

/** Whether the screen at an address is the link's own, or one that is reached through it. */
export function isCurrent({ href, covers }: NavigationLink, location: string): boolean {
  if (covers !== undefined && location.startsWith(covers)) return true;
  return href === '/' ? location === '/' : location.startsWith(href);
}
