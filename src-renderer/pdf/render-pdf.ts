import pdfmake from 'pdfmake/build/pdfmake.js';
import type { PdfFonts } from './load-fonts.ts';
import { layPages, PDF_FONT } from './page-layout.ts';
import type { PdfDocument } from './pdf-document.ts';

/** The bytes of a document as a PDF with its fonts inside. Reads nothing but what it is given. */
export async function renderPdf(document: PdfDocument, fonts: PdfFonts): Promise<Uint8Array> {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.addVirtualFileSystem({ regular: { data: fonts.regular }, bold: { data: fonts.bold } });
  pdfmake.setFonts({ [PDF_FONT]: { normal: 'regular', bold: 'bold' } });
  return new Uint8Array(await pdfmake.createPdf(layPages(document)).getBuffer());
}
