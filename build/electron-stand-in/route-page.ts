import type { BrowserContext, Page, Request, Route } from '@playwright/test';
import { appOrigin } from '../../shared/desktop/app-origin.ts';
import type { RemoteCall } from './rpc.ts';
import type { PageAnswer, PageRequest } from './stand-in-calls.ts';

/** Chromium cannot open `app:`; this origin, equally secure and never on a network, takes its place. */
export const standInOrigin = 'https://app.sillon.test';

/** The address as the shell knows it. */
export function toAppUrl(url: string): string {
  return url.startsWith(`${standInOrigin}/`) ? appOrigin + url.slice(standInOrigin.length) : url;
}

/** The address as Chromium knows it. */
export function toPageUrl(url: string): string {
  return url.startsWith(`${appOrigin}/`) ? standInOrigin + url.slice(appOrigin.length) : url;
}

async function readHeaders(request: Request): Promise<Record<string, string>> {
  const headers = await request.allHeaders();
  // A custom scheme has no cookies, and the engine adds no Sec-Fetch headers there.
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(:|sec-|cookie$|host$|connection$|content-length$)/.test(name),
  );
  const renamed = kept.map(([name, value]): [string, string] =>
    name === 'origin' || name === 'referer' ? [name, value.replace(standInOrigin, appOrigin)] : [name, value],
  );
  return Object.fromEntries(renamed);
}

function isOfPopup(request: Request, page: Page): boolean {
  try {
    return request.frame().page() !== page;
  } catch {
    // The frame of a popup's first request is not known yet; the page's own always is.
    return true;
  }
}

/** Sends every request of the page to the shell's protocol handler, and none to a network. */
export async function routePage(context: BrowserContext, page: Page, call: RemoteCall): Promise<void> {
  const ids = new Map<Request, number>();
  let lastId = 0;

  async function mayPass(request: Request): Promise<boolean> {
    if (!request.isNavigationRequest()) return request.url().startsWith(`${standInOrigin}/`);
    if (isOfPopup(request, page)) {
      // Electron asks before a second window exists; Chromium has opened it already and closes it again.
      await call('openWindow', toAppUrl(request.url()));
      return false;
    }
    const isMainFrame = request.frame().parentFrame() === null;
    if (!(await call('mayNavigate', toAppUrl(request.url()), isMainFrame))) return false;
    if (isMainFrame) await call('noteNavigation');
    return true;
  }

  async function fulfill(route: Route, request: Request): Promise<void> {
    lastId += 1;
    ids.set(request, lastId);
    const pageRequest: PageRequest = {
      id: lastId,
      url: toAppUrl(request.url()),
      method: request.method(),
      headers: await readHeaders(request),
      body: request.postDataBuffer(),
    };
    // The other end of this call is fake-protocol.ts.
    const answer = (await call('request', pageRequest)) as PageAnswer | null;
    ids.delete(request);
    if (answer === null) return route.abort('failed');
    const { status, headers, body } = answer;
    await route.fulfill({ status, headers, body: Buffer.from(body) });
  }

  context.on('requestfailed', (request) => {
    const id = ids.get(request);
    if (id !== undefined) void call('abort', id);
  });
  await context.route('**/*', async (route, request) => {
    try {
      if (await mayPass(request)) await fulfill(route, request);
      else await route.abort('aborted');
    } catch {
      // The page has gone in the meantime: there is nobody to answer.
    }
  });
}
