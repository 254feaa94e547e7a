/** The parts of a browser that hand files over. */
export interface BrowserFiles {
  /** The file the person chose, or null when they chose none. */
  readonly pickFile: (accept: string) => Promise<File | null>;
  readonly download: (name: string, blob: Blob) => void;
}

// Some browsers read the address only after the click has returned.
const keepAddressMs = 60_000;

export function createBrowserFiles(page: Document): BrowserFiles {
  return {
    pickFile: (accept) =>
      new Promise((resolve) => {
        const input = page.createElement('input');
        input.type = 'file';
        input.accept = accept;
        input.addEventListener('change', () => {
          resolve(input.files?.[0] ?? null);
        });
        input.addEventListener('cancel', () => {
          resolve(null);
        });
        input.click();
      }),
    download: (name, blob) => {
      const link = page.createElement('a');
      const address = URL.createObjectURL(blob);
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(address);
      }, keepAddressMs);
    },
  };
}
