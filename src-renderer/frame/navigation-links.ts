import {
  IconBuildingBank,
  IconCalendarTime,
  IconCoins,
  IconFileInvoice,
  IconFileText,
  IconGavel,
  IconHistory,
  IconLayoutDashboard,
  IconNotebook,
  IconReceipt,
  IconRefresh,
  IconScale,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { navigation } from '../i18n/fr/navigation.ts';

export interface NavigationLink {
  readonly href: string;
  readonly label: keyof typeof navigation;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
}

const MEMBER: readonly NavigationLink[] = [
  { href: '/', label: 'dashboard', icon: IconLayoutDashboard },
  { href: '/ledger', label: 'ledger', icon: IconNotebook },
  { href: '/bank-import', label: 'bankImport', icon: IconBuildingBank },
  { href: '/invoices', label: 'invoices', icon: IconFileInvoice },
  { href: '/customers', label: 'customers', icon: IconUsers },
  { href: '/expenses', label: 'expenses', icon: IconReceipt },
  { href: '/timesheet', label: 'timesheet', icon: IconCalendarTime },
  { href: '/pay', label: 'pay', icon: IconCoins },
  { href: '/contract', label: 'contract', icon: IconFileText },
];

const SUPPORT: readonly NavigationLink[] = [
  { href: '/', label: 'network', icon: IconUsersGroup },
  { href: '/pays', label: 'payQueue', icon: IconCoins },
  { href: '/parameters', label: 'parameters', icon: IconScale },
  { href: '/rules', label: 'rules', icon: IconGavel },
  { href: '/audit', label: 'audit', icon: IconHistory },
];

const EVERYBODY: readonly NavigationLink[] = [
  { href: '/sync', label: 'sync', icon: IconRefresh },
  { href: '/settings', label: 'settings', icon: IconSettings },
];

/** The screens of a role, in the order of the menu. */
export function navigationOf(role: AccountInfo['role']): readonly NavigationLink[] {
  return [...(role === 'member' ? MEMBER : SUPPORT), ...EVERYBODY];
}
