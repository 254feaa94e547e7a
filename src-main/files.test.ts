import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { setupFiles, type Files } from './files.ts';
import { chooseShellTexts } from './shell-texts.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

interface Setup extends Files {
  readonly asked: (OpenDialogOptions | SaveDialogOptions)[];
}

function setup(chosenPath: string | null, hasWindow = true): Setup {
  const asked: (OpenDialogOptions | SaveDialogOptions)[] = [];
  const dialog = {
    showOpenDialog: (_window: unknown, options: OpenDialogOptions) => {
      asked.push(options);
      return Promise.resolve({ canceled: chosenPath === null, filePaths: chosenPath === null ? [] : [chosenPath] });
    },
    showSaveDialog: (_window: unknown, options: SaveDialogOptions) => {
      asked.push(options);
      return Promise.resolve({ canceled: chosenPath === null, filePath: chosenPath ?? '' });
    },
  };
  const files = setupFiles({
    dialog: dialog as never,
    currentWindow: () => (hasWindow ? ({} as never) : null),
    documentsFolder: () => 'documents',
    texts: chooseShellTexts('en'),
  });
  return { asked, ...files };
}

const save = { name: 'a.csv', mimeType: 'text/csv', bytes: new Uint8Array([7, 8]) };

describe('openFile', () => {
  it('gives name and bytes of the chosen file', async () => {
    const path = join(makeTemporaryFolder(), 'relevé.ofx');
    writeFileSync(path, 'OFX');
    const { openFile, asked } = setup(path);
    const result = await openFile({ extensions: ['ofx', 'csv'], maxBytes: 3 });
    expect(result).toEqual({ ok: true, value: { name: 'relevé.ofx', bytes: new Uint8Array([79, 70, 88]) } });
    expect(asked[0]?.filters?.[0]).toEqual({ name: 'Accepted files', extensions: ['ofx', 'csv'] });
  });

  it('refuses a file above the limit', async () => {
    const path = join(makeTemporaryFolder(), 'x');
    writeFileSync(path, 'OFX!');
    const result = await setup(path).openFile({ extensions: [], maxBytes: 3 });
    expect(result).toMatchObject({ ok: false, error: { code: 'file.tooLarge', details: { maxBytes: 3 } } });
  });

  it('reads an empty file', async () => {
    const path = join(makeTemporaryFolder(), 'x');
    writeFileSync(path, '');
    expect(await setup(path).openFile({ extensions: [], maxBytes: 3 })).toMatchObject({ ok: true });
  });

  it('says when it is cancelled, gone, a folder, or without window', async () => {
    const folder = makeTemporaryFolder();
    const ask = { extensions: [], maxBytes: 3 };
    expect(await setup(null).openFile(ask)).toMatchObject({ error: { code: 'desktop.cancelled' } });
    expect(await setup(join(folder, 'gone')).openFile(ask)).toMatchObject({ error: { code: 'file.unreadable' } });
    expect(await setup(folder).openFile(ask)).toMatchObject({ error: { code: 'file.unreadable' } });
    expect(await setup(folder, false).openFile(ask)).toMatchObject({ error: { code: 'desktop.notAllowed' } });
  });
});

describe('saveFile', () => {
  it('writes where the person says and proposes the name in the documents', async () => {
    const path = join(makeTemporaryFolder(), 'b.csv');
    const { saveFile, asked } = setup(path);
    expect(await saveFile(save)).toEqual({ ok: true, value: null });
    expect([...readFileSync(path)]).toEqual([7, 8]);
    expect(asked).toEqual([{ defaultPath: join('documents', 'a.csv') }]);
  });

  it('says when it is cancelled or cannot write', async () => {
    const folder = join(makeTemporaryFolder(), 'folder');
    mkdirSync(folder);
    expect(await setup(null).saveFile(save)).toMatchObject({ error: { code: 'desktop.cancelled' } });
    expect(await setup(folder).saveFile(save)).toMatchObject({ error: { code: 'file.notWritten' } });
  });
});
