import type { Content } from 'pdfmake/build/pdfmake.js';
import { fineBlanks } from './fine-blanks.ts';
import type { PdfBlock } from './pdf-document.ts';
import { layTable } from './table-layout.ts';

const GREY = '#555555';

/** One part of a document as the library takes it. */
export function layBlock(block: PdfBlock): Content {
  switch (block.kind) {
    case 'heading':
      return { text: fineBlanks(block.text), bold: true, fontSize: 11.5, margin: [0, 10, 0, 3], headlineLevel: 1 };
    case 'text':
      return { text: fineBlanks(block.text), margin: [0, 2, 0, 4] };
    case 'note':
      return { text: fineBlanks(block.text), fontSize: 8, color: GREY, margin: [0, 2, 0, 2] };
    case 'notice':
      return layNotice(block.text, block.hint);
    case 'facts':
      return layFacts(block.facts);
    case 'table':
      return layTable(block);
  }
}

function layNotice(text: string, hint: string): Content {
  const inside: Content = {
    stack: [
      { text, bold: true, fontSize: 12 },
      { text: hint, margin: [0, 2, 0, 0] },
    ],
    margin: [4, 3, 4, 3],
  };
  return {
    table: { widths: ['*'], body: [[inside]] },
    layout: { hLineWidth: () => 1.2, vLineWidth: () => 1.2 },
    margin: [0, 0, 0, 8],
  };
}

function layFacts(facts: readonly (readonly [name: string, value: string])[]): Content {
  return {
    table: {
      widths: ['38%', '62%'],
      body: facts.map(([name, value]) => [{ text: name, color: GREY }, { text: fineBlanks(value) }]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingTop: () => 1,
      paddingBottom: () => 1,
      paddingLeft: () => 0,
    },
    margin: [0, 0, 0, 4],
  };
}
