import { chromium } from '@playwright/test';
import { findChromium } from '../steps/find-chromium.mjs';
import { ENGINE_GLOBAL } from './bundle-engine.ts';
import type { Runtime } from './runtime.ts';

/** Chromium, in which the screens run, with the bundle in an empty page. */
export async function startChromium(bundle: string): Promise<Runtime> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('no Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to it');
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.addScriptTag({ content: bundle });
  return {
    name: `Chromium ${browser.version()}`,
    digestCases: (casesText) =>
      page.evaluate(
        ([name, text]) => {
          const engines = globalThis as unknown as Record<
            string,
            { digestCases: (text: string) => string } | undefined
          >;
          return engines[name]?.digestCases(text) ?? '[]';
        },
        [ENGINE_GLOBAL, casesText] as const,
      ),
    close: () => browser.close(),
  };
}
