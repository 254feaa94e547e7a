import { describe, expect, it } from 'vitest';
import { isAppUrl } from './app-page.ts';

describe('isAppUrl', () => {
  it.each(['app://sillon', 'app://sillon/', 'app://sillon/#/ledger', 'app://sillon/index.html?x=1'])(
    'takes %s',
    (url) => {
      expect(isAppUrl(url)).toBe(true);
    },
  );

  it.each([
    '',
    'about:blank',
    'https://sillon/',
    'app://sillon.example/',
    'app://sillon:80/',
    'app://other/',
    'app:sillon',
    'app://sillon@other/',
    'app://me@sillon/',
    'file:///index.html',
    'data:text/html,app://sillon/',
  ])('refuses "%s"', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});
