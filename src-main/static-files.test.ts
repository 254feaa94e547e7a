import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveInside, setupStaticFiles } from './static-files.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

const navigation = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

function makeSite(): (path: string, init?: RequestInit) => Promise<Response> {
  const parent = makeTemporaryFolder();
  const rootDirectory = join(parent, 'renderer');
  mkdirSync(join(rootDirectory, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(parent, 'renderer-secret.txt'), 'secret');
  writeFileSync(join(rootDirectory, '.env'), 'secret');
  writeFileSync(join(rootDirectory, 'index.html'), '<html></html>');
  writeFileSync(join(rootDirectory, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(rootDirectory, 'assets', 'odd.xyz'), 'x');
  const { serve } = setupStaticFiles({ rootDirectory });
  return (path, init) => serve(new Request(`app://sillon${path}`, init));
}

describe('setupStaticFiles', () => {
  it('serves a file with its type', async () => {
    const get = makeSite();
    const response = await get('/assets/main.js?v=1');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(await response.text()).toBe('export {};');
    expect((await get('/assets/odd.xyz')).headers.get('content-type')).toBe('application/octet-stream');
  });

  it.each(['/', '/ledger', '/a/b/'])('gives the page when navigating to %s', async (path) => {
    const response = await makeSite()(path, navigation);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each([
    ['/ledger', undefined],
    ['/assets/gone.js', undefined],
    ['/assets/gone.js', navigation],
    ['/assets', undefined],
  ])('does not give the page for %s otherwise', async (path, init) => {
    expect((await makeSite()(path, init)).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/%00index.html',
    '/.env',
    '/C:/secret.txt',
    '/%zz',
    '/..%2frenderer-secret.txt',
  ])('never leaves its folder by %s', async (path) => {
    const response = await makeSite()(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).toBe('');
  });

  it('answers HEAD without body and refuses to be written to', async () => {
    const get = makeSite();
    const head = await get('/assets/main.js', { method: 'HEAD' });
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, null, '10']);
    expect((await get('/assets/main.js', { method: 'POST' })).status).toBe(405);
  });
});

describe('resolveInside', () => {
  it('refuses a path that normalises outside', () => {
    expect(resolveInside('/site', '/a/../../etc/passwd')).toBeNull();
    expect(resolveInside('/site', '/../site-two/x')).toBeNull();
    expect(resolveInside('/site', '/caf%C3%A9.txt')).toMatch(/site.café\.txt$/);
  });
});
