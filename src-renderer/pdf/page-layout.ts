import type { Definition } from 'pdfmake/build/pdfmake.js';
import { layBlock } from './block-layout.ts';
import { BODY_SIZE, MARGIN } from './page-size.ts';
import type { PdfDocument } from './pdf-document.ts';

/** Name under which the fonts of a document are known to the library. */
export const PDF_FONT = 'Source Sans 3';

const HEADING_LEVEL = 1;

/** A document as the library takes it: page, properties of the file, foot of the page. */
export function layPages(document: PdfDocument): Definition {
  const { title, language, author, madeAt, footer, pageText, blocks } = document;
  return {
    pageSize: 'A4',
    pageOrientation: document.isLandscape === true ? 'landscape' : 'portrait',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 12],
    info: { title, author, creator: 'Sillon', producer: 'Sillon', creationDate: madeAt, modDate: madeAt },
    language,
    displayTitle: true,
    version: '1.7',
    // Figures of one width, so that amounts stand below each other.
    defaultStyle: { font: PDF_FONT, fontSize: BODY_SIZE, lineHeight: 1, fontFeatures: ['tnum'] },
    footer: (page, count) => ({
      margin: [MARGIN, 14, MARGIN, 0],
      fontSize: 8,
      color: '#555555',
      columns: [
        { text: footer, width: '*' },
        { text: pageText(page, count), width: 'auto', alignment: 'right' },
      ],
    }),
    // A heading does not stay alone at the foot of a page: a text must follow it there.
    pageBreakBefore: ({ headlineLevel }, nodes) =>
      headlineLevel === HEADING_LEVEL && !nodes.getFollowingNodesOnPage().some(({ text }) => text !== undefined),
    content: [{ text: title, bold: true, fontSize: 16, margin: [0, 0, 0, 8] }, ...blocks.map(layBlock)],
  };
}
