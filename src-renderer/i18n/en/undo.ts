import type { undo as french } from '../fr/undo.ts';

export const undo: Record<keyof typeof french, string> = {
  customerSaved: 'customer saved',
  entryAdded: 'entry added',
  entryChanged: 'entry changed',
  entryVoided: 'entry removed',
  expenseSaved: 'expense saved',
  expenseVoided: 'expense removed',
  invoiceDraftSaved: 'invoice draft',
  invoiceDraftVoided: 'draft removed',
  timesheetSaved: 'hours of the week',
  bankImported: 'statement imported',
  bankImportUndone: 'statement taken back',
  payRequested: 'pay request',
  payWithdrawn: 'request withdrawn',
  sentAgain: 'sent again',
  conflictSettled: 'version settled',
  invoiceIssued: 'invoice issued',
  paymentReversed: 'payment reversed',
  paymentRecorded: 'payment recorded',
  customerVoided: 'customer removed',
};
