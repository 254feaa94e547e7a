import type { sync as french } from '../fr/sync.ts';

export const sync: Record<keyof typeof french, string> = {
  offline: 'Offline',
  syncing: 'Exchanging',
  upToDate: 'Up to date at {{time}}',
  signIn: 'Sign in again',
  ended:
    'This device was signed out of the server: nothing is sent or fetched any more. Your work goes on and stays here.',
  waiting: 'Waiting for the server',
  toSend_one: '{{count}} to send',
  toSend_other: '{{count}} to send',
  refused_one: '{{count}} refused',
  refused_other: '{{count}} refused',
  conflicts_one: '{{count}} version to choose',
  conflicts_other: '{{count}} versions to choose',
  badgeLabel: 'State of the exchange: {{state}}',
  syncNow: 'Exchange now',
};
