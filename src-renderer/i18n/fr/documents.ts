export const documents = {
  csv: 'CSV',
  csvHint: 'Télécharger pour un tableur',
  pdf: 'PDF',
  pdfHint: 'Télécharger en PDF',
  downloadPdf: 'Télécharger le PDF',
  page: 'Page {{page}} sur {{count}}',
  madeOn: 'Établi avec Sillon le {{date}}',
} as const;
