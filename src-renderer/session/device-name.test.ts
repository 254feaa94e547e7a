import { expect, it } from 'vitest';
import { nameDevice } from './device-name.ts';

it.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chrome, Linux',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/604.1',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/156.0.0.0 Electron/45.4.0 Safari/537.36', 'Sillon, Mac'],
])('names %s', (userAgent, name) => {
  expect(nameDevice(userAgent, new Date(2026, 10, 3, 9, 5))).toBe(`${name} (03/11/2026 09:05)`);
});

it('is left with the moment when nothing else is known', () => {
  expect(nameDevice('', new Date(2026, 10, 3, 9, 5))).toBe('03/11/2026 09:05');
});
