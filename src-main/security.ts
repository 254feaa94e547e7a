import type { App, Session, WebContents } from 'electron';
import { isAppUrl } from './app-page.ts';
import type { ExternalLinks } from './external-links.ts';
import type { Log } from './logging.ts';

export interface SecurityDeps {
  readonly app: Pick<App, 'on'>;
  readonly session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
  >;
  readonly externalLinks: ExternalLinks;
  readonly log: Log;
}

/** All the screens need: a copy button, and a local store the engine does not clear when the disk is short. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

function isAllowed(permission: string, requestingUrl: string): boolean {
  return allowedPermissions.has(permission) && isAppUrl(requestingUrl);
}

function lockContents(contents: WebContents, externalLinks: ExternalLinks, log: Log): void {
  contents.setWindowOpenHandler(({ url }) => {
    externalLinks.open(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAppUrl(event.url)) return;
    event.preventDefault();
    log.warn('navigation-refused', { url: event.url });
    if (event.isMainFrame) externalLinks.open(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** Whatever a page could ask for beyond its own screens is refused unless it is named here. */
export function setupSecurity({ app, session, externalLinks, log }: SecurityDeps): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const isGranted = isAllowed(permission, details.requestingUrl);
    if (!isGranted) log.warn('permission-refused', { permission });
    answer(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('download-refused');
  });
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, externalLinks, log);
  });
}
