import { describe, expect, it } from 'vitest';
import type { Platform } from './platform.ts';
import { createWebPlatform } from './web-platform.ts';

interface Setup {
  readonly platform: Platform;
  readonly accepted: string[];
  readonly downloads: { readonly name: string; readonly blob: Blob }[];
  readonly printed: () => number;
}

function setup(file: File | null): Setup {
  const accepted: string[] = [];
  const downloads: { name: string; blob: Blob }[] = [];
  let printed = 0;
  const platform = createWebPlatform({
    files: {
      pickFile: (accept) => {
        accepted.push(accept);
        return Promise.resolve(file);
      },
      download: (name, blob) => void downloads.push({ name, blob }),
    },
    print: () => (printed += 1),
    appVersion: '0.1.0',
  });
  return { platform, accepted, downloads, printed: () => printed };
}

const request = { extensions: ['ofx', 'csv'], maxBytes: 3 };

describe('createWebPlatform', () => {
  it('opens the chosen file', async () => {
    const { platform, accepted } = setup(new File([new Uint8Array([0, 255, 9])], 'relevé.ofx'));
    expect(await platform.openFile(request)).toEqual({
      ok: true,
      value: { name: 'relevé.ofx', bytes: new Uint8Array([0, 255, 9]) },
    });
    expect(accepted).toEqual(['.ofx,.csv']);
  });

  it('says when none is chosen, when it is too large, when it cannot be read', async () => {
    expect(await setup(null).platform.openFile(request)).toMatchObject({ error: { code: 'desktop.cancelled' } });
    const large = new File(['four'], 'a');
    expect(await setup(large).platform.openFile(request)).toMatchObject({ error: { code: 'file.tooLarge' } });
    const gone = new File(['abc'], 'a');
    gone.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotFoundError'));
    expect(await setup(gone).platform.openFile(request)).toMatchObject({ error: { code: 'file.unreadable' } });
  });

  it('saves by a download with its type', async () => {
    const { platform, downloads } = setup(null);
    const bytes = new Uint8Array([1, 2]);
    expect(await platform.saveFile({ name: 'a.csv', mimeType: 'text/csv', bytes })).toMatchObject({ ok: true });
    expect(downloads.map(({ name, blob }) => [name, blob.type])).toEqual([['a.csv', 'text/csv']]);
    expect(await downloads[0]?.blob.bytes()).toEqual(bytes);
  });

  it('prints, has no server to choose and no menu', async () => {
    const { platform, printed } = setup(null);
    await platform.print();
    expect(printed()).toBe(1);
    expect(platform.serverChoice).toBeNull();
    expect(await platform.readSessionStorage()).toBe('browser');
    expect(platform.onMenuCommand(() => undefined)).toBeTypeOf('function');
  });
});
