/** What the undo button takes back: one key a command. */
export const undo = {
  customerSaved: 'client enregistré',
  entryAdded: 'écriture ajoutée',
  entryChanged: 'écriture modifiée',
  entryVoided: 'écriture retirée',
  expenseSaved: 'frais enregistré',
  expenseVoided: 'frais retiré',
  invoiceDraftSaved: 'brouillon de facture',
  invoiceDraftVoided: 'brouillon retiré',
  timesheetSaved: 'heures de la semaine',
  bankImported: 'relevé importé',
  bankImportUndone: 'retrait d’un relevé',
  payRequested: 'demande de versement',
  payWithdrawn: 'demande retirée',
  conflictSettled: 'version réglée',
  paymentRecorded: 'encaissement noté',
  customerVoided: 'client retiré',
} as const;
