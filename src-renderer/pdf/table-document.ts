import type { ExportCell, ExportTable } from '../ui/export-table.ts';
import type { PdfDocument, PdfTable } from './pdf-document.ts';

/** More columns than this need a page on its side. */
const UPRIGHT_COLUMNS = 6;

/** A table of a screen as a document; `page` holds what every document has. */
export function tableDocument(table: ExportTable, page: Omit<PdfDocument, 'title' | 'blocks'>): PdfDocument {
  const { title, heads, rows, total, facts = [], notes = [] } = table;
  const kinds = heads.map((_, column) =>
    rows.every((row) => typeof row[column] === 'object') && rows.length > 0 ? 'number' : 'text',
  );
  const lay = (cells: readonly ExportCell[]): PdfTable['heads'] =>
    cells.map((cell, column) => ({
      text: typeof cell === 'string' ? cell : cell.text,
      kind: kinds[column] ?? 'text',
    }));
  return {
    ...page,
    title,
    isLandscape: heads.length > UPRIGHT_COLUMNS,
    blocks: [
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
      { kind: 'table', heads: lay(heads), rows: rows.map(lay), ...(total !== undefined && { total: lay(total) }) },
      ...notes.map((text) => ({ kind: 'note', text }) as const),
    ],
  };
}
