import type { Result } from '../../shared/core/result.ts';
import { encodeUtf8 } from '../../shared/core/utf8.ts';
import { csvFile } from '../../shared/csv/csv-file.ts';
import { documentFileName } from '../platform/document-file-name.ts';
import type { Platform } from '../platform/platform.ts';
import type { ExportTable } from './export-table.ts';
import { csvRows } from './export-table.ts';

/** Saves a table for a spreadsheet. Errors: `desktop.cancelled`, `file.notWritten`. */
export function saveCsv(platform: Platform, table: ExportTable): Promise<Result<null>> {
  return platform.saveFile({
    name: documentFileName(table.title, 'csv'),
    mimeType: 'text/csv',
    bytes: encodeUtf8(csvFile(csvRows(table))),
  });
}
