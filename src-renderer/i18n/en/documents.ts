import type { documents as french } from '../fr/documents.ts';

export const documents: Record<keyof typeof french, string> = {
  csv: 'CSV',
  csvHint: 'Download for a spreadsheet',
  pdf: 'PDF',
  pdfHint: 'Download as PDF',
  downloadPdf: 'Download the PDF',
  page: 'Page {{page}} of {{count}}',
  madeOn: 'Made with Sillon on {{date}}',
};
