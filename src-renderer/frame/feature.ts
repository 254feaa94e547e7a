import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { MenuCommand } from '../../shared/desktop/menu-command.ts';
import type { navigation } from '../i18n/fr/navigation.ts';

export type Role = AccountInfo['role'];

/** The entry that leads to a screen in the menu of the application. */
export interface MenuEntry {
  readonly label: keyof typeof navigation;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Place in the menu, smallest first; no two entries of a role have the same. */
  readonly order: number;
  /** Start of further addresses under which the entry is the current one. */
  readonly covers?: string;
}

/** A screen: its address, who has it and what leads to it. */
export interface Screen {
  /** Address with its parameters, as wouter matches it: `/invoices/:id`. */
  readonly path: string;
  readonly roles: readonly Role[];
  readonly component: ComponentType;
  /** Without it other screens lead there. */
  readonly menu?: MenuEntry;
  /** Commands of the desktop menu, with the address of this screen each leads to. */
  readonly commands?: Readonly<Partial<Record<MenuCommand, string>>>;
}

/** What a capability offers the frame of the application: its screens. */
export type Feature = readonly Screen[];

export const MEMBER: readonly Role[] = ['member'];
export const SUPPORT: readonly Role[] = ['supportTeam'];
export const EVERYBODY: readonly Role[] = ['member', 'supportTeam'];

/** The component `name` of a module that is fetched when it is first shown, so that the start does not carry it. */
export function lazyScreen<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K): ComponentType {
  return lazy<ComponentType>(() => load().then((module) => ({ default: module[name] })));
}
