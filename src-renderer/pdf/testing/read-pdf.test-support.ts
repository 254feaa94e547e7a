import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { PdfDocument } from '../pdf-document.ts';
import { renderPdf } from '../render-pdf.ts';

const { resolve } = createRequire(import.meta.url);

/** Makes a document with the fonts of the build and reads it back as another program would. */
export async function renderAndRead(document: PdfDocument) {
  const bytes = await renderPdf(document, { regular: await readFont('Regular'), bold: await readFont('Semibold') });
  const pdf = await getDocumentProxy(bytes.slice());
  const { totalPages, text } = await extractText(pdf, { mergePages: false });
  const pages = text.map(plainBlanks);
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const edges = items.map((item) => ('transform' in item ? Number(item.transform[4]) + item.width : 0));
  return {
    bytes,
    totalPages,
    pages,
    text: pages.join(' '),
    info: (await getMeta(pdf)).info,
    /** Where the text of the first page ends on the right, in points. */
    rightEdge: Math.max(...edges),
  };
}

/** Readers give every blank, narrow or not, and every move to another place as a plain one. */
export function plainBlanks(text: string): string {
  return text.replace(/\s+/g, ' ');
}

async function readFont(cut: 'Regular' | 'Semibold'): Promise<Uint8Array> {
  return new Uint8Array(await readFile(resolve(`source-sans/WOFF2/OTF/SourceSans3-${cut}.otf.woff2`)));
}
