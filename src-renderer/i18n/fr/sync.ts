export const sync = {
  offline: 'Hors ligne',
  syncing: 'Échange en cours',
  upToDate: 'À jour à {{time}}',
  signIn: 'Se reconnecter',
  ended:
    'Cet appareil a été déconnecté du serveur : rien ne part ni n’arrive plus. Votre travail continue et reste gardé ici.',
  waiting: 'En attente du serveur',
  toSend_one: '{{count}} à envoyer',
  toSend_other: '{{count}} à envoyer',
  refused_one: '{{count}} refusé',
  refused_other: '{{count}} refusés',
  conflicts_one: '{{count}} version à choisir',
  conflicts_other: '{{count}} versions à choisir',
  badgeLabel: 'État des échanges : {{state}}',
  syncNow: 'Échanger maintenant',
} as const;
