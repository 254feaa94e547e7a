import {
  IconBuildingBank,
  IconCalendarTime,
  IconLayoutDashboard,
  IconNotebook,
  IconReceipt,
} from '@tabler/icons-react';
import type { Feature } from '../../frame/feature.ts';
import { lazyScreen, MEMBER } from '../../frame/feature.ts';

/** A member's account: journal, bank statements, expenses, hours, and where all of it stands. */
export const books: Feature = [
  {
    path: '/',
    roles: MEMBER,
    component: lazyScreen(() => import('./dashboard/dashboard-page.tsx'), 'DashboardPage'),
    menu: { label: 'dashboard', icon: IconLayoutDashboard, order: 10 },
    commands: { 'show-dashboard': '/' },
  },
  {
    path: '/ledger/:recordId?',
    roles: MEMBER,
    component: lazyScreen(() => import('./ledger/ledger-page.tsx'), 'LedgerPage'),
    menu: { label: 'ledger', icon: IconNotebook, order: 20 },
    commands: { 'show-ledger': '/ledger', 'new-entry': '/ledger' },
  },
  {
    path: '/bank-import',
    roles: MEMBER,
    component: lazyScreen(() => import('./banking/bank-import-page.tsx'), 'BankImportPage'),
    menu: { label: 'bankImport', icon: IconBuildingBank, order: 30 },
    commands: { 'import-bank-statement': '/bank-import' },
  },
  {
    path: '/expenses/:recordId?',
    roles: MEMBER,
    component: lazyScreen(() => import('./expenses/expenses-page.tsx'), 'ExpensesPage'),
    menu: { label: 'expenses', icon: IconReceipt, order: 60 },
    commands: { 'show-expenses': '/expenses' },
  },
  {
    path: '/timesheet',
    roles: MEMBER,
    component: lazyScreen(() => import('./timesheets/timesheet-page.tsx'), 'TimesheetPage'),
    menu: { label: 'timesheet', icon: IconCalendarTime, order: 70 },
    commands: { 'show-timesheet': '/timesheet' },
  },
];
