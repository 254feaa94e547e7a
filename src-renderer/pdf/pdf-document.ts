import type { Language } from '../../shared/money/format.ts';

/** A cell of a table; `number` sets it to the right and never breaks it. */
interface PdfCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'note';
}

/** Rows below heads; the heads come again on each page. `total` is a last row in bold. */
export interface PdfTable {
  readonly kind: 'table';
  /** In points, when the letters must be smaller than elsewhere. */
  readonly fontSize?: number;
  readonly heads: readonly PdfCell[];
  readonly rows: readonly (readonly PdfCell[])[];
  readonly total?: readonly PdfCell[];
}

/** A part of a document, from top to bottom. */
export type PdfBlock =
  | PdfTable
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** In small letters: proofs, remarks. */
  | { readonly kind: 'note'; readonly text: string }
  /** What nobody may overlook, in a frame. */
  | { readonly kind: 'notice'; readonly text: string; readonly hint: string }
  /** What the document is about, one fact a row. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] };

/** A document on A4, in words and figures that are ready to print: nothing is computed or translated below this. */
export interface PdfDocument {
  readonly title: string;
  readonly language: Language;
  /** Who answers for it, in the properties of the file. */
  readonly author: string;
  readonly madeAt: Date;
  /** At the foot of each page, left. */
  readonly footer: string;
  /** At the foot of each page, right. */
  readonly pageText: (page: number, count: number) => string;
  readonly isLandscape?: boolean;
  readonly blocks: readonly PdfBlock[];
}
