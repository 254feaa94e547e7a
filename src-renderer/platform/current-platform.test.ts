import { describe, expect, it } from 'vitest';
import packageInfo from '../../package.json';
import type { DesktopApi } from '../../shared/desktop/desktop-api.ts';
import { choosePlatform } from './current-platform.ts';

// Neither adapter touches the page before it is used.
const page = { document: {} as Document, print: () => undefined };

describe('choosePlatform', () => {
  it('takes the shell when it is there', () => {
    expect(choosePlatform({ ...page, sillon: {} as DesktopApi }).kind).toBe('desktop');
  });

  it('takes the browser otherwise', () => {
    const platform = choosePlatform(page);
    expect([platform.kind, platform.appVersion]).toEqual(['web', packageInfo.version]);
  });
});
