import { appError } from '../../shared/core/errors.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { BrowserFiles } from './browser-files.ts';
import type { Platform } from './platform.ts';

export interface WebPlatformDeps {
  readonly files: BrowserFiles;
  readonly print: () => void;
  readonly appVersion: string;
}

/** A plain browser: files come by its own picker and leave as downloads. */
export function createWebPlatform({ files, print, appVersion }: WebPlatformDeps): Platform {
  return {
    kind: 'web',
    appVersion,
    serverChoice: null,
    readSessionStorage: () => Promise.resolve('browser'),
    openFile: async ({ extensions, maxBytes }) => {
      const file = await files.pickFile(extensions.map((extension) => `.${extension}`).join(','));
      if (file === null) return fail(appError('desktop.cancelled', 'no file was chosen'));
      if (file.size > maxBytes) return fail(appError('file.tooLarge', 'the file is too large', { maxBytes }));
      try {
        return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        return fail(appError('file.unreadable', 'the file cannot be read'));
      }
    },
    saveFile: ({ name, mimeType, bytes }) => {
      // A copy, because the types allow shared memory, which a Blob refuses.
      files.download(name, new Blob([new Uint8Array(bytes)], { type: mimeType }));
      return Promise.resolve(ok(null));
    },
    print: () => {
      print();
      return Promise.resolve(ok(null));
    },
    onMenuCommand: () => () => undefined,
  };
}
