import { open, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import { appError } from '../shared/core/errors.ts';
import { fail, ok, type Result } from '../shared/core/result.ts';
import type { OpenedFile, OpenFileRequest, SaveFileRequest } from '../shared/desktop/desktop-calls.ts';
import { writeAtomically } from './atomic-file.ts';
import type { ShellTexts } from './shell-texts.ts';

export interface FilesDeps {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly currentWindow: () => BrowserWindow | null;
  readonly documentsFolder: () => string;
  readonly texts: ShellTexts;
}

export interface Files {
  readonly openFile: (request: OpenFileRequest) => Promise<Result<OpenedFile>>;
  readonly saveFile: (request: SaveFileRequest) => Promise<Result<null>>;
}

const cancelled = fail(appError('desktop.cancelled', 'the person closed the dialog'));
const noWindow = fail(appError('desktop.notAllowed', 'there is no window'));

async function readUpTo(file: FileHandle, maxBytes: number): Promise<Uint8Array | null> {
  // One byte more than allowed shows a file that is too large, even when its announced size lies.
  const buffer = new Uint8Array(Math.min((await file.stat()).size, maxBytes) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.byteLength - length);
    length += bytesRead;
    if (length === buffer.byteLength) return null;
    if (bytesRead === 0) return buffer.slice(0, length);
  }
}

async function readBounded(path: string, maxBytes: number): Promise<Result<OpenedFile>> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    if (!(await file.stat()).isFile()) return fail(appError('file.unreadable', 'not a regular file'));
    const bytes = await readUpTo(file, maxBytes);
    if (bytes === null) return fail(appError('file.tooLarge', 'the file is too large', { maxBytes }));
    return ok({ name: basename(path), bytes });
  } catch {
    return fail(appError('file.unreadable', 'the file cannot be read'));
  } finally {
    await file?.close();
  }
}

/** Files the person names in a dialog; the screens never name a path. */
export function setupFiles({ dialog, currentWindow, documentsFolder, texts }: FilesDeps): Files {
  return {
    openFile: async ({ extensions, maxBytes }) => {
      const window = currentWindow();
      if (window === null) return noWindow;
      const all: FileFilter = { name: texts.allFiles, extensions: ['*'] };
      const accepted = extensions.length === 0 ? [] : [{ name: texts.acceptedFiles, extensions: [...extensions] }];
      const answer = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: [...accepted, all] });
      const [path] = answer.filePaths;
      return answer.canceled || path === undefined ? cancelled : await readBounded(path, maxBytes);
    },
    saveFile: async ({ name, bytes }) => {
      const window = currentWindow();
      if (window === null) return noWindow;
      const defaultPath = join(documentsFolder(), basename(name));
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
      if (canceled || filePath === '') return cancelled;
      try {
        await writeAtomically(filePath, bytes);
        return ok(null);
      } catch {
        return fail(appError('file.notWritten', 'the file cannot be written'));
      }
    },
  };
}
