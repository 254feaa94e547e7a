import { expect, it } from 'vitest';
import { createWebPlatform } from '../platform/web-platform.ts';
import { savePdf } from './save-pdf.ts';

it('says so, and saves nothing, when the fonts are not on the device', async () => {
  const saved: string[] = [];
  const platform = createWebPlatform({
    files: { pickFile: () => Promise.resolve(null), download: (name) => void saved.push(name) },
    print: () => undefined,
    appVersion: '0',
  });
  // Outside of a page no address of a font can be read.
  const done = await savePdf(platform, {
    title: 'Relevé',
    language: 'fr',
    author: 'Les Sillons',
    madeAt: new Date('2026-09-17T10:00:00Z'),
    footer: '',
    pageText: () => '',
    blocks: [],
  });
  expect(done).toMatchObject({ ok: false, error: { code: 'document.notMade' } });
  expect(saved).toEqual([]);
});
