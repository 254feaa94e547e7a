import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import type { App } from './app.ts';

export interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Presses a button that saves a file; resolves with the file. */
export async function download(app: App, testId: string): Promise<Downloaded> {
  const [file] = await Promise.all([app.page.waitForEvent('download'), app.page.getByTestId(testId).first().click()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

/** The words of a PDF, with every blank as a plain one. */
export async function readPdfWords({ bytes }: Downloaded): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
  return plain(text);
}

/** A text with every blank as a plain one, as readers of PDF give it. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
