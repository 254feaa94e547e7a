export const abroad = {
  hint: 'Votre contrat ne relève pas de la paie française : vous êtes payé de votre budget, dans votre monnaie, après les lignes prévues pour votre pays.',
  budget: 'Budget pris sur le compte',
  available: 'Disponible :',
  month: 'Mois',
  paid: 'Vous recevez',
  stays: 'Reste sur le compte d’activité',
  balance: 'Solde du compte d’activité',
  noEuro: 'Aucune conversion en euros : tout est compté en {{currency}}.',
  profile: 'Règle {{version}}, depuis le {{date}}. {{source}}.',
  confirmText: 'Pour {{month}} : {{paid}} pour vous, pour un budget de {{budget}} pris sur votre compte d’activité.',
  otherCurrency:
    'Votre compte est en {{account}}, la règle de votre pays en {{profile}} : demandez à l’équipe d’appui.',
  pays: 'Mes versements',
  noPay: 'Aucun versement demandé pour le moment.',
} as const;
