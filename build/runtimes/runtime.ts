/** One JavaScript engine with the bundle loaded. */
export interface Runtime {
  readonly name: string;
  /** From the text of the cases to the text of their digests. */
  readonly digestCases: (casesText: string) => Promise<string>;
  readonly close: () => Promise<void>;
}
