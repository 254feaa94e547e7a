export const sync = {
  offline: 'Hors ligne',
  syncing: 'Échange en cours',
  upToDate: 'À jour à {{time}}',
  signIn: 'Se reconnecter',
  waiting: 'En attente du serveur',
  toSend_one: '{{count}} à envoyer',
  toSend_other: '{{count}} à envoyer',
  refused_one: '{{count}} refusé',
  refused_other: '{{count}} refusés',
  badgeLabel: 'État des échanges : {{state}}',
  syncNow: 'Échanger maintenant',
} as const;
