import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesktopApi } from '../../shared/desktop/desktop-api.ts';
import { makeMainConfig } from '../vite.main.config.ts';
import { startStandIn, type StandIn } from './start-stand-in.ts';

/** `window.sillon` as the functions below see it in the page. */
declare const sillon: DesktopApi;

const seen: { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), 'sillon-stand-in-'));
const distDir = join(folder, 'dist');
const userDataDir = join(folder, 'user-data');
let server: Server;
let standIn: StandIn;

function startServer(): Promise<Server> {
  const started = createServer((request, response) => {
    if (request.url === '/api/away') {
      request.socket.destroy();
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ url: request.url ?? '', headers: request.headers, body });
      const cookie = 'sillon-session-marie=top-secret; HttpOnly; Path=/; Max-Age=3600';
      if (request.url === '/api/session') response.setHeader('Set-Cookie', [cookie, 'other=1']);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ echo: body }));
    });
  });
  return new Promise((resolve) =>
    started.listen(0, '127.0.0.1', () => {
      resolve(started);
    }),
  );
}

function writeRenderer(): void {
  const renderer = join(distDir, 'renderer');
  mkdirSync(renderer, { recursive: true });
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><script>window.hasRunInline = true</script><script type="module" src="/main.js"></script>',
  );
  writeFileSync(join(renderer, 'main.js'), 'document.title = "ready"; export {};');
}

const start = (): Promise<StandIn> => {
  const { port } = server.address() as AddressInfo;
  return startStandIn({ distDir, userDataDir, serverUrl: `http://127.0.0.1:${String(port)}` });
};

beforeAll(async () => {
  writeRenderer();
  const builder = await createBuilder({ ...makeMainConfig(join(distDir, 'main')), configFile: false });
  await builder.buildApp();
  server = await startServer();
  standIn = await start();
}, 60_000);

afterAll(async () => {
  await standIn.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the built shell on the stand-in', () => {
  it('serves the page with its policy, and the policy holds', async () => {
    const { page } = standIn;
    const response = await page.reload();
    expect(await page.title()).toBe('ready');
    expect(await response?.headerValue('content-security-policy')).toContain("script-src 'self'");
    expect(await page.evaluate(() => 'hasRunInline' in window)).toBe(false);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
  });

  it('locks the window', () => {
    const call = standIn.electronCalls.find(({ name }) => name === 'new BrowserWindow');
    expect(call?.args[0]).toMatchObject({
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
    });
    expect(standIn.electronCalls.map(({ name }) => name)).toContain('app.enableSandbox');
  });

  it('gives the page exactly the contract', async () => {
    const { page } = standIn;
    expect(await page.evaluate(() => Object.keys(sillon).sort())).toEqual([
      'getServerAddress',
      'getShellInfo',
      'onMenuCommand',
      'openFile',
      'printPage',
      'saveFile',
      'setMenuCommands',
      'setServerAddress',
    ]);
    expect(
      await page.evaluate(() => ['require', 'process', '__sillonStandIn'].filter((name) => name in window)),
    ).toEqual([]);
    const value = { appVersion: '0.1.0', locale: 'fr-FR', sessionStorage: 'encrypted' };
    expect(await page.evaluate(() => sillon.getShellInfo())).toMatchObject({ ok: true, value });
  });

  it('adds the session to forwarded requests and never shows it to the page', async () => {
    const { page } = standIn;
    const answers = await page.evaluate(async () => {
      const headers = { 'x-sillon-account': 'marie', 'content-type': 'application/json', 'x-other': '1' };
      const signIn = await fetch('/api/session', { method: 'POST', headers, body: '{"password":"x"}' });
      const call = await fetch('/api/x?y=1', { headers });
      const other = await fetch('/couch/book-1', { headers: { 'x-sillon-account': 'paul' } });
      const shown = [signIn, call, other].map((response) => [...response.headers].flat().join(' '));
      return { text: await signIn.text(), shown: shown.join(' '), cookie: document.cookie, status: other.status };
    });
    expect(answers).toMatchObject({ text: '{"echo":"{\\"password\\":\\"x\\"}"}', cookie: '', status: 200 });
    expect(answers.shown).not.toMatch(/cookie|secret/);
    expect(await page.context().cookies()).toEqual([]);
    expect(seen.map(({ url, headers }) => [url, headers.cookie])).toEqual([
      ['/api/session', undefined],
      ['/api/x?y=1', 'sillon-session-marie=top-secret'],
      ['/couch/book-1', undefined],
    ]);
    expect(seen[1]?.headers).not.toHaveProperty('x-other');
    expect(seen[1]?.headers).not.toHaveProperty('origin');
  });

  it('refuses a payload outside the contract', async () => {
    const result = await standIn.page.evaluate(() =>
      // The page may call with anything: that is what the shell must withstand.
      (sillon.openFile as (request: unknown) => Promise<unknown>)({ extensions: ['../etc'], maxBytes: 1 }),
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'desktop.invalidRequest' } });
    expect(standIn.electronCalls.map(({ name }) => name)).not.toContain('dialog.showOpenDialog');
  });

  it('refuses a framed page', async () => {
    const isReached = await standIn.page.evaluate(
      () =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = '/index.html';
          frame.onload = () => {
            resolve(frame.contentDocument !== null && frame.contentDocument.title === 'ready');
          };
          document.body.append(frame);
        }),
    );
    expect(isReached).toBe(false);
  });

  it('reads and writes files as bytes', async () => {
    const { page } = standIn;
    const opened = join(folder, 'relevé.ofx');
    const saved = join(folder, 'saved.bin');
    writeFileSync(opened, new Uint8Array([0, 255, 128]));
    await standIn.answerDialog({ canceled: false, filePaths: [opened] });
    await standIn.answerDialog({ canceled: false, filePath: saved });
    const copied = await page.evaluate(async () => {
      const result = await sillon.openFile({ extensions: ['ofx'], maxBytes: 100 });
      if (!result.ok) return result.error.code;
      const { name, bytes } = result.value;
      const written = await sillon.saveFile({ name, mimeType: 'application/x-ofx', bytes });
      return [name, bytes instanceof Uint8Array, written.ok];
    });
    expect(copied).toEqual(['relevé.ofx', true, true]);
    expect([...readFileSync(saved)]).toEqual([0, 255, 128]);
    const cancelled = await page.evaluate(() => sillon.openFile({ extensions: [], maxBytes: 1 }));
    expect(cancelled).toMatchObject({ error: { code: 'desktop.cancelled' } });
  });

  it('has a French menu whose commands reach the page once it listens', async () => {
    const { page } = standIn;
    expect(await standIn.readMenuLabels()).toEqual(['Fichier', 'Édition', 'Aller à', 'Affichage', 'Aide']);
    expect(await standIn.clickMenu('new-entry')).toBe(false);
    const heard = page.evaluate(async () => {
      await sillon.setMenuCommands({ commands: ['new-entry'] });
      return await new Promise((resolve) => {
        sillon.onMenuCommand(resolve);
        document.title = 'listening';
      });
    });
    await expect.poll(() => page.title()).toBe('listening');
    expect(await standIn.clickMenu('new-entry')).toBe(true);
    expect(await heard).toBe('new-entry');
    await page.reload();
    expect(await standIn.clickMenu('new-entry')).toBe(false);
  });

  it('hands links over and stays where it is', async () => {
    const { page } = standIn;
    const opened = (): unknown[] =>
      standIn.electronCalls.filter(({ name }) => name === 'shell.openExternal').map(({ args }) => args[0]);
    await page.evaluate(() => window.open('https://example.coop/window'));
    await expect.poll(opened).toEqual(['https://example.coop/window']);
    await page.evaluate(() => void (window.location.href = 'https://example.coop/here'));
    await expect.poll(opened).toEqual(['https://example.coop/window', 'https://example.coop/here']);
    await page.evaluate(() => void window.open('http://example.coop/plain'));
    expect(await page.title()).toBe('ready');
    expect(opened()).toHaveLength(2);
  });

  it('grants nothing but the little it needs', async () => {
    expect(await standIn.askPermission('geolocation', 'app://sillon/')).toBe(false);
    expect(await standIn.askPermission('persistent-storage', 'app://sillon/')).toBe(true);
    expect(await standIn.askPermission('persistent-storage', 'https://example.coop/')).toBe(false);
  });

  it('fails a fetch as a browser without a connection when the server is away', async () => {
    const name = await standIn.page.evaluate(() =>
      fetch('/api/away').then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
      ),
    );
    expect(name).toBe('TypeError');
  });

  it('brings its window to the front when started again', async () => {
    await standIn.startAgain();
    await expect.poll(() => standIn.electronCalls.map(({ name }) => name)).toContain('window.focus');
  });

  it('is still signed in after a restart, from an encrypted file', async () => {
    await standIn.page.evaluate(() => {
      localStorage.setItem('kept', 'yes');
    });
    expect(await standIn.close()).toBe(0);
    expect(readFileSync(join(userDataDir, 'sessions.bin'), 'latin1')).not.toContain('top-secret');
    expect(readFileSync(join(userDataDir, 'logs', 'sillon.log'), 'utf8')).not.toMatch(/top-secret|password|y=1/);
    standIn = await start();
    seen.length = 0;
    await standIn.page.evaluate(() => fetch('/api/again', { headers: { 'x-sillon-account': 'marie' } }));
    expect(seen[0]?.headers.cookie).toBe('sillon-session-marie=top-secret');
    expect(await standIn.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  });
});
