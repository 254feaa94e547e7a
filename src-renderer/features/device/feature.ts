import { IconRefresh, IconSettings } from '@tabler/icons-react';
import type { Feature } from '../../frame/feature.ts';
import { EVERYBODY, lazyScreen } from '../../frame/feature.ts';

/** This device: its exchanges with the server, its account, backups and storage. */
export const device: Feature = [
  {
    path: '/sync',
    roles: EVERYBODY,
    component: lazyScreen(() => import('./sync/sync-details-page.tsx'), 'SyncDetailsPage'),
    menu: { label: 'sync', icon: IconRefresh, order: 900 },
    commands: { 'show-sync': '/sync' },
  },
  {
    path: '/settings',
    roles: EVERYBODY,
    component: lazyScreen(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
    menu: { label: 'settings', icon: IconSettings, order: 910 },
    commands: { 'show-settings': '/settings', 'save-backup': '/settings' },
  },
];
