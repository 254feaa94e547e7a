import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserFiles } from './browser-files.ts';

declare const browserFiles: BrowserFiles;

const origin = 'https://sillon.test/';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const source = readFileSync(new URL('./browser-files.ts', import.meta.url), 'utf8');
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }));
  await page.goto(origin);
  const script = `${stripTypeScriptTypes(source)}\nglobalThis.browserFiles = createBrowserFiles(document);`;
  await page.addScriptTag({ type: 'module', content: script });
}, 60_000);

afterAll(() => browser.close());

describe('createBrowserFiles in Chromium', () => {
  it('gives the chosen file', async () => {
    const chooser = page.waitForEvent('filechooser');
    const picked = page.evaluate(async () => {
      const file = await browserFiles.pickFile('.ofx,.csv');
      return file === null ? null : [file.name, await file.text()];
    });
    await (await chooser).setFiles({ name: 'relevé.ofx', mimeType: 'text/plain', buffer: Buffer.from('OFX') });
    expect(await picked).toEqual(['relevé.ofx', 'OFX']);
  });

  it('gives nothing when no file is chosen', async () => {
    const chooser = page.waitForEvent('filechooser');
    const picked = page.evaluate(() => browserFiles.pickFile(''));
    const input = (await chooser).element();
    await input.evaluate((element) => element.dispatchEvent(new Event('cancel')));
    expect(await picked).toBeNull();
  });

  it('downloads the bytes under the name', async () => {
    const download = page.waitForEvent('download');
    await page.evaluate(() => {
      browserFiles.download('export.csv', new Blob([new Uint8Array([0, 255, 9])], { type: 'text/csv' }));
    });
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('export.csv');
    expect([...readFileSync(await saved.path())]).toEqual([0, 255, 9]);
  });
});
