import { IconFileInvoice, IconUsers } from '@tabler/icons-react';
import type { Feature } from '../../frame/feature.ts';
import { lazyScreen, MEMBER } from '../../frame/feature.ts';

/** Customers, their invoices and what they paid. */
export const billing: Feature = [
  {
    path: '/invoices',
    roles: MEMBER,
    component: lazyScreen(() => import('./invoices/invoices-page.tsx'), 'InvoicesPage'),
    menu: { label: 'invoices', icon: IconFileInvoice, order: 40 },
    commands: { 'show-invoices': '/invoices' },
  },
  {
    path: '/invoices/:id',
    roles: MEMBER,
    component: lazyScreen(() => import('./invoices/invoice-page.tsx'), 'InvoicePage'),
    commands: { 'new-invoice': '/invoices/new' },
  },
  {
    path: '/customers',
    roles: MEMBER,
    component: lazyScreen(() => import('./customers/customers-page.tsx'), 'CustomersPage'),
    menu: { label: 'customers', icon: IconUsers, order: 50 },
    commands: { 'show-customers': '/customers' },
  },
];
