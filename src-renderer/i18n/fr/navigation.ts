export const navigation = {
  dashboard: 'Tableau de bord',
  ledger: 'Journal',
  bankImport: 'Relevé bancaire',
  customers: 'Clients',
  invoices: 'Factures',
  expenses: 'Frais',
  timesheet: 'Heures',
  pay: 'Me verser un salaire',
  network: 'Réseau',
  sync: 'Échanges',
  settings: 'Réglages',
} as const;
