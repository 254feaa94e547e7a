import type { Content, TextContent } from 'pdfmake/build/pdfmake.js';
import { fineBlanks } from './fine-blanks.ts';
import { BODY_SIZE } from './page-size.ts';
import type { PdfTable } from './pdf-document.ts';

const LINE_COLOR = '#bbbbbb';

/** A table whose heads come again on each page and whose rows are never cut in two. */
export function layTable({ heads, rows, total, fontSize = BODY_SIZE }: PdfTable): Content {
  const body = [
    heads.map((cell) => ({ ...layCell(cell.kind === 'note' ? { ...cell, kind: 'text' } : cell), bold: true })),
    ...rows.map((row) => row.map(layCell)),
    ...(total === undefined ? [] : [total.map((cell) => ({ ...layCell(cell), bold: true }))]),
  ];
  return {
    fontSize,
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: heads.map(columnWidth), body },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : line === 1 || isAboveTotal(line) ? 1 : 0.4),
      vLineWidth: () => 0,
      hLineColor: (line) => (line === 1 || isAboveTotal(line) ? '#444444' : LINE_COLOR),
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
      paddingLeft: (column) => (column === 0 ? 0 : 5),
      paddingRight: (column) => (column === heads.length - 1 ? 0 : 5),
    },
    margin: [0, 0, 0, 6],
  };

  function isAboveTotal(line: number): boolean {
    return total !== undefined && line === body.length - 1;
  }
}

type Cell = PdfTable['heads'][number];

function columnWidth({ kind }: Cell, column: number): string {
  if (column === 0) return '*';
  return kind === 'note' ? '36%' : 'auto';
}

function layCell({ text, kind }: Cell): TextContent {
  if (kind === 'number') return { text: fineBlanks(text), alignment: 'right', noWrap: true };
  // A word that no column can hold is cut rather than set beyond the page.
  const cut = /\S{30}/.test(text) && { wordBreak: 'break-all' as const };
  return kind === 'note'
    ? { text: fineBlanks(text), fontSize: 7.5, color: '#555555', margin: [0, 1, 0, 0], ...cut }
    : { text: fineBlanks(text), ...cut };
}
