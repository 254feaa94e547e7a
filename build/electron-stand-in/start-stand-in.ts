import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { MenuCommand } from '../../shared/desktop/menu-command.ts';
import { bindingName, decodeValue, encodeValue, makePageScript } from './page-bridge.ts';
import { routePage, toAppUrl, toPageUrl } from './route-page.ts';
import { startShellProcess, type ShellProcess } from './shell-process.ts';
import type { ElectronCall, PageInvoke } from './stand-in-calls.ts';

export interface StandInOptions {
  /** Folder with the built `main/` and `renderer/`. */
  readonly distDir: string;
  /** Address of the cooperative's server; null for a first start without one. */
  readonly serverUrl: string | null;
  /** Settings of the shell and the browser's local store; give it again to start again. */
  readonly userDataDir: string;
  readonly locale?: string;
  readonly hasEncryption?: boolean;
}

export interface StandIn {
  readonly page: Page;
  /** Calls the shell made to Electron so far. */
  readonly electronCalls: readonly ElectronCall[];
  /** Chooses a menu entry; false when it is greyed. */
  readonly clickMenu: (command: MenuCommand) => Promise<boolean>;
  readonly readMenuLabels: () => Promise<unknown>;
  /** What the next dialog answers: Electron's own answer object. */
  readonly answerDialog: (answer: unknown) => Promise<void>;
  readonly askPermission: (name: string, requestingUrl: string) => Promise<boolean>;
  /** Starts the application a second time. */
  readonly startAgain: () => Promise<void>;
  /** Closes the window; gives the exit code of the shell. */
  readonly close: () => Promise<number | null>;
}

async function openContext(userDataDir: string, locale: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(join(userDataDir, 'chromium'), {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    locale,
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

async function bindPage(context: BrowserContext, shell: ShellProcess, preloadPath: string): Promise<void> {
  await context.exposeBinding(bindingName, async ({ frame }, channel: string, payloads: unknown) => {
    const invoke: PageInvoke = {
      channel,
      // The page script encodes an array of arguments.
      payloads: decodeValue(payloads) as readonly unknown[],
      frameUrl: toAppUrl(frame.url()),
      isMainFrame: frame.parentFrame() === null,
    };
    return encodeValue(await shell.call('invoke', invoke));
  });
  await context.addInitScript({ content: makePageScript(await readFile(preloadPath, 'utf8')) });
}

/** Runs the real built shell and preload code against the real screens in Chromium. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { distDir, serverUrl, userDataDir, locale = 'fr-FR', hasEncryption = true } = options;
  const context = await openContext(userDataDir, locale);
  const page = context.pages()[0] ?? (await context.newPage());
  const electronCalls: ElectronCall[] = [];
  const { promise: isReady, resolve: setReady } = makeSignal();
  const { promise: isLoaded, resolve: setLoaded, reject: setFailed } = makeSignal();
  const shell = startShellProcess(
    { distDir, serverUrl, userDataDir, locale, hasEncryption },
    {
      note: (call: ElectronCall) => void electronCalls.push(call),
      loadUrl: async (url: string) => {
        await isReady;
        await page.goto(toPageUrl(url)).then(setLoaded, setFailed);
      },
      reload: () => void page.reload(),
      sendToPage: (channel: string, args: readonly unknown[]) =>
        page.evaluate(({ name, detail }) => void window.dispatchEvent(new CustomEvent(name, { detail })), {
          name: bindingName,
          detail: { channel, args: encodeValue(args) },
        }),
    },
  );
  const close = async (): Promise<number | null> => {
    const exitCode = await shell.close();
    await context.close();
    return exitCode;
  };
  try {
    await routePage(context, page, shell.call);
    await bindPage(context, shell, join(distDir, 'main', 'preload.cjs'));
    context.on('page', (popup) => void popup.waitForEvent('requestfailed').then(() => popup.close(), ignoreClosed));
    setReady();
    await Promise.race([isLoaded, shell.ended.then(failEarly)]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    page,
    electronCalls,
    clickMenu: async (command) => (await shell.call('clickMenu', command)) === true,
    readMenuLabels: () => shell.call('readMenuLabels'),
    answerDialog: async (answer) => {
      await shell.call('answerDialog', answer);
    },
    askPermission: async (name, requestingUrl) => (await shell.call('askPermission', name, requestingUrl)) === true,
    startAgain: async () => {
      await shell.call('startAgain');
    },
    close,
  };
}

function ignoreClosed(): void {
  // The popup went before its request failed.
}

function failEarly(): never {
  throw new Error('the shell ended before its page was loaded');
}

function makeSignal(): { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void } {
  let resolve = (): void => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
