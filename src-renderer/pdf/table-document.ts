import type { ExportCell, ExportTable } from '../ui/export-table.ts';
import { fitTable } from './fit-table.ts';
import type { PdfDocument, PdfTable } from './pdf-document.ts';

/** A table of a screen as a document; `page` holds what every document has. */
export function tableDocument(table: ExportTable, page: Omit<PdfDocument, 'title' | 'blocks'>): PdfDocument {
  const { title, heads, rows, total, facts = [], notes = [] } = table;
  const columns = heads.map((head, column) => {
    const cells = [...rows, ...(total === undefined ? [] : [total])].map((row) => row[column] ?? '');
    const isNumber = rows.length > 0 && rows.every((row) => typeof row[column] === 'object');
    return { head, isNumber, texts: cells.map(textOf) };
  });
  const lay = (cells: readonly ExportCell[]): PdfTable['heads'] =>
    cells.map((cell, column) => ({ text: textOf(cell), kind: columns[column]?.isNumber === true ? 'number' : 'text' }));
  const { isLandscape, fontSize } = fitTable(columns);
  return {
    ...page,
    title,
    isLandscape,
    blocks: [
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
      {
        kind: 'table',
        fontSize,
        heads: lay(heads),
        rows: rows.map(lay),
        ...(total !== undefined && { total: lay(total) }),
      },
      ...notes.map((text) => ({ kind: 'note', text }) as const),
    ],
  };
}

function textOf(cell: ExportCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
