import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { documentFileName } from '../platform/document-file-name.ts';
import type { Platform } from '../platform/platform.ts';
import type { PdfDocument } from './pdf-document.ts';

/**
 * Makes a document on the device and saves it, by default under its title. The library and the fonts are read when the first document
 * is made, not at the start. Errors: `document.notMade`, `desktop.cancelled`, `file.notWritten`.
 */
export async function savePdf(
  platform: Platform,
  document: PdfDocument,
  fileTitle = document.title,
): Promise<Result<null>> {
  const parts = await loadParts();
  if (!parts.ok) return parts;
  const bytes = await parts.value.renderPdf(document, parts.value.fonts);
  return await platform.saveFile({ name: documentFileName(fileTitle, 'pdf'), mimeType: 'application/pdf', bytes });
}

async function loadParts() {
  try {
    const [{ renderPdf }, { loadFonts }] = await Promise.all([import('./render-pdf.ts'), import('./load-fonts.ts')]);
    return ok({ renderPdf, fonts: await loadFonts() });
  } catch {
    // A part of the application that this device never fetched.
    return fail(appError('document.notMade', 'the document cannot be made without its library and fonts'));
  }
}
