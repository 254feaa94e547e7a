import { IconGavel, IconHistory, IconScale, IconUsersGroup } from '@tabler/icons-react';
import type { Feature } from '../../frame/feature.ts';
import { lazyScreen, SUPPORT } from '../../frame/feature.ts';

/** All books beside each other, the cooperative's rules and payroll parameters, and who did what. */
export const cooperative: Feature = [
  {
    path: '/',
    roles: SUPPORT,
    component: lazyScreen(() => import('./network/network-page.tsx'), 'NetworkPage'),
    menu: { label: 'network', icon: IconUsersGroup, order: 10, covers: '/network' },
    commands: { 'show-dashboard': '/' },
  },
  {
    path: '/network/:activityId',
    roles: SUPPORT,
    component: lazyScreen(() => import('./network/network-book-page.tsx'), 'NetworkBookPage'),
  },
  {
    path: '/parameters',
    roles: SUPPORT,
    component: lazyScreen(() => import('./parameters/parameters-page.tsx'), 'ParametersPage'),
    menu: { label: 'parameters', icon: IconScale, order: 30 },
  },
  {
    path: '/parameters/:id',
    roles: SUPPORT,
    component: lazyScreen(() => import('./parameters/version-page.tsx'), 'ParameterVersionPage'),
  },
  {
    path: '/rules',
    roles: SUPPORT,
    component: lazyScreen(() => import('./rules/rules-page.tsx'), 'RulesPage'),
    menu: { label: 'rules', icon: IconGavel, order: 40 },
  },
  {
    path: '/audit',
    roles: SUPPORT,
    component: lazyScreen(() => import('./audit/audit-page.tsx'), 'AuditPage'),
    menu: { label: 'audit', icon: IconHistory, order: 50 },
  },
];
