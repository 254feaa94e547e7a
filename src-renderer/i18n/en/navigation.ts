import type { navigation as french } from '../fr/navigation.ts';

export const navigation: Record<keyof typeof french, string> = {
  dashboard: 'Dashboard',
  ledger: 'Ledger',
  bankImport: 'Bank statement',
  customers: 'Customers',
  invoices: 'Invoices',
  expenses: 'Expenses',
  timesheet: 'Hours',
  pay: 'Pay myself',
  contract: 'My contract',
  parameters: 'Payroll parameters',
  rules: 'Rules',
  payQueue: 'Pays',
  audit: 'Who did what',
  network: 'Network',
  sync: 'Exchange',
  settings: 'Settings',
};
