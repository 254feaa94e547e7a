/** Draws build/icons/icon.svg in every size the packages need: `node build/make-icons.mjs`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { encodeIcns, encodeIco } from './icon-containers.mjs';

const folder = join(import.meta.dirname, 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

async function draw(page, svg, size) {
  const drawn = await page.evaluate(
    async ({ source, pixels }) => {
      const image = new Image(pixels, pixels);
      image.src = `data:image/svg+xml;base64,${btoa(source)}`;
      await image.decode();
      const canvas = new OffscreenCanvas(pixels, pixels);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0, pixels, pixels);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const rgba = context.getImageData(0, 0, pixels, pixels).data;
      return { png: [...new Uint8Array(await blob.arrayBuffer())], rgba: pixels <= 256 ? [...rgba] : [] };
    },
    { source: svg, pixels: size },
  );
  return { size, png: Buffer.from(drawn.png), rgba: Uint8Array.from(drawn.rgba) };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
  const pictures = [];
  for (const size of sizes) pictures.push(await draw(page, svg, size));
  for (const { size, png } of pictures) await writeFile(join(folder, `${size}x${size}.png`), png);
  await writeFile(join(folder, 'icon.ico'), encodeIco(pictures.filter(({ size }) => size <= 256)));
  await writeFile(join(folder, 'icon.icns'), encodeIcns(pictures));
  console.log(`icons of ${sizes.join(', ')} pixels, icon.ico and icon.icns are in build/icons`);
} finally {
  await browser.close();
}
