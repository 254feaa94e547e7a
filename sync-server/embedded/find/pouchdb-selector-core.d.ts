/** The package has no types of its own; these are the parts used here. */
declare module 'pouchdb-selector-core' {
  export function rowFilter(doc: unknown, selector: Record<string, unknown>, fields: string[]): boolean;
  export function massageSelector(selector: Record<string, unknown>): Record<string, unknown>;
  export function parseField(name: string): string[];
  export function setFieldInDoc(doc: object, parsedField: string[], value: unknown): void;
  export function createFieldSorter(
    sort: Record<string, 'asc' | 'desc'>[],
  ): (a: { doc: unknown }, b: { doc: unknown }) => number;
}
