import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { setupSecurity, type SecurityDeps } from './security.ts';
import { createMemoryLog } from './testing/memory-log.ts';

type RequestHandler = NonNullable<Parameters<SecurityDeps['session']['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<SecurityDeps['session']['setPermissionCheckHandler']>[0]>;
type OpenHandler = (details: { url: string }) => { action: string };

class FakeSession extends EventEmitter {
  request: RequestHandler | null = null;
  check: CheckHandler | null = null;
  device: (() => boolean) | null = null;
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.device = handler as () => boolean;
  }
}

class FakeContents extends EventEmitter {
  openHandler: OpenHandler | null = null;
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  tryEvent(name: string, url: string, isMainFrame = true): boolean {
    let isPrevented = false;
    this.emit(name, { url, isMainFrame, preventDefault: () => (isPrevented = true) });
    return !isPrevented;
  }
}

function setup(): { session: FakeSession; contents: FakeContents; opened: string[] } {
  const session = new FakeSession();
  const app = new EventEmitter();
  const opened: string[] = [];
  const externalLinks = { open: (link: string) => void opened.push(link) };
  setupSecurity({
    app: app as unknown as SecurityDeps['app'],
    session: session as unknown as SecurityDeps['session'],
    externalLinks,
    log: createMemoryLog(),
  });
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  return { session, contents, opened };
}

function ask(session: FakeSession, permission: string, requestingUrl: string): boolean {
  const answers: boolean[] = [];
  const answer = (isGranted: boolean): void => void answers.push(isGranted);
  session.request?.(null as never, permission as never, answer, { requestingUrl } as never);
  const isChecked = session.check?.(null, permission as never, requestingUrl, {} as never);
  expect(answers).toEqual([isChecked]);
  return isChecked === true;
}

describe('setupSecurity', () => {
  it('grants two permissions to its own pages and nothing else', () => {
    const { session } = setup();
    expect(ask(session, 'clipboard-sanitized-write', 'app://sillon/')).toBe(true);
    expect(ask(session, 'persistent-storage', 'app://sillon/')).toBe(true);
    expect(ask(session, 'persistent-storage', 'https://evil.example/')).toBe(false);
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'unknown']) {
      expect(ask(session, permission, 'app://sillon/')).toBe(false);
    }
    expect(session.device?.()).toBe(false);
  });

  it('refuses downloads', () => {
    const { session } = setup();
    let isPrevented = false;
    session.emit('will-download', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
  });

  it('keeps the window on its own pages and hands links over', () => {
    const { contents, opened } = setup();
    expect(contents.tryEvent('will-frame-navigate', 'app://sillon/#/x')).toBe(true);
    expect(contents.tryEvent('will-frame-navigate', 'https://example.coop/')).toBe(false);
    expect(contents.tryEvent('will-frame-navigate', 'app://sillon/', false)).toBe(false);
    expect(contents.tryEvent('will-redirect', 'https://example.coop/')).toBe(false);
    expect(contents.tryEvent('will-redirect', 'app://sillon/')).toBe(true);
    expect(contents.tryEvent('will-attach-webview', 'app://sillon/')).toBe(false);
    expect(opened).toEqual(['https://example.coop/']);
  });

  it('opens no second window', () => {
    const { contents, opened } = setup();
    expect(contents.openHandler?.({ url: 'https://example.coop/' })).toEqual({ action: 'deny' });
    expect(contents.openHandler?.({ url: 'app://sillon/' })).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://example.coop/', 'app://sillon/']);
  });
});
