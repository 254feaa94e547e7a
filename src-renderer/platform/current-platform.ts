import { version } from '../../package.json';
import type { DesktopApi } from '../../shared/desktop/desktop-api.ts';
import { createBrowserFiles } from './browser-files.ts';
import { createDesktopPlatform } from './desktop-platform.ts';
import type { Platform } from './platform.ts';
import { createWebPlatform } from './web-platform.ts';

declare global {
  interface Window {
    /** Put there by the desktop shell; absent in a browser. */
    readonly sillon?: DesktopApi;
  }
}

/** The desktop's adapter where the shell has put its functions on the page, else the browser's. */
export function choosePlatform(page: Pick<Window, 'sillon' | 'document' | 'print'>): Platform {
  if (page.sillon !== undefined) return createDesktopPlatform(page.sillon, version);
  const files = createBrowserFiles(page.document);
  return createWebPlatform({
    files,
    print: () => {
      page.print();
    },
    appVersion: version,
  });
}

let current: Platform | null = null;

/** The platform this page runs on. */
export function getPlatform(): Platform {
  current ??= choosePlatform(window);
  return current;
}
