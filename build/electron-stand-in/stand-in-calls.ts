/** One request of the page to `app://sillon`, as the test process hands it to the shell. */
export interface PageRequest {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/** What the shell's protocol handler answered; null for a failed fetch. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One call of the page's preload script to the shell. */
export interface PageInvoke {
  readonly channel: string;
  readonly payloads: readonly unknown[];
  readonly frameUrl: string;
  readonly isMainFrame: boolean;
}

/** One call the shell made to Electron. */
export interface ElectronCall {
  readonly name: string;
  readonly args: readonly unknown[];
}
