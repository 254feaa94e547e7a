import { IconCoins, IconFileText } from '@tabler/icons-react';
import type { Feature } from '../../frame/feature.ts';
import { EVERYBODY, lazyScreen, MEMBER, SUPPORT } from '../../frame/feature.ts';

/** Pays: asked for, planned, priced, taken further by the support team; and the contract they rest on. */
export const pay: Feature = [
  {
    path: '/pay',
    roles: MEMBER,
    component: lazyScreen(() => import('./month/pay-page.tsx'), 'PayPage'),
    menu: { label: 'pay', icon: IconCoins, order: 80 },
    commands: { 'show-pay': '/pay' },
  },
  {
    path: '/pay-plan',
    roles: MEMBER,
    component: lazyScreen(() => import('./planning/pay-plan-page.tsx'), 'PayPlanPage'),
  },
  {
    path: '/pay-price',
    roles: MEMBER,
    component: lazyScreen(() => import('./price/pay-price-page.tsx'), 'PayPricePage'),
  },
  {
    path: '/contract',
    roles: MEMBER,
    component: lazyScreen(() => import('./contract/contract-page.tsx'), 'ContractPage'),
    menu: { label: 'contract', icon: IconFileText, order: 90 },
  },
  {
    path: '/pays',
    roles: SUPPORT,
    component: lazyScreen(() => import('./queue/pay-queue-page.tsx'), 'PayQueuePage'),
    menu: { label: 'payQueue', icon: IconCoins, order: 20 },
  },
  {
    path: '/pays/:id',
    roles: EVERYBODY,
    component: lazyScreen(() => import('./document/pay-document-page.tsx'), 'PayDocumentPage'),
  },
];
