import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { PlainPage } from './page/plain-contract.ts';
import type { Role } from './stage.ts';

type AsyncMethod<T> = T extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
type Remote = { readonly [K in keyof PlainPage]: AsyncMethod<PlainPage[K]> };

const HTML =
  '<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>soak</title></head><body></body></html>';

/** One person's device: a browser profile of its own with the application's store and exchange, without its screens. */
export class SoakDevice {
  readonly name: string;
  readonly isCreator: boolean;
  readonly #enter: string | undefined;
  readonly #context: BrowserContext;
  readonly #url: string;
  #page: Page | undefined;

  private constructor({ name, isCreator, enter }: Role, context: BrowserContext, url: string) {
    this.name = name;
    this.isCreator = isCreator;
    this.#enter = enter;
    this.#context = context;
    this.#url = `${url}/soak`;
  }

  /** Opens a device at the server's address; `script` is the bundle of the page. */
  static async open(browser: Browser, role: Role, url: string, script: string): Promise<SoakDevice> {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const device = new SoakDevice(role, context, url);
    // The page itself does not go over the line: only the exchange does.
    await context.route('**/soak', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
    await context.route('**/soak.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await device.#load();
    if (role.enter !== undefined) await device.remote.enter(role.enter);
    return device;
  }

  get remote(): Remote {
    const page = this.#page;
    if (page === undefined) throw new Error(`${this.name} is closed`);
    return new Proxy({} as Remote, {
      get:
        (_target, method: keyof PlainPage) =>
        (...args: unknown[]) =>
          page.evaluate(
            ([name, values]) => {
              const { soak } = globalThis as unknown as { soak: Record<string, (...given: unknown[]) => unknown> };
              return soak[name]?.(...values);
            },
            [method, args] as const,
          ),
    });
  }

  /** Loads the page again, as a person who presses F5. */
  async reload(): Promise<void> {
    await this.#page?.goto(this.#url);
    await this.#start();
    await this.remote.reopen();
  }

  /** Ends the page at once, whatever it is doing, and opens it anew. */
  async kill(): Promise<void> {
    await this.#page?.close({ runBeforeUnload: false });
    await this.#load();
    if (this.#enter !== undefined) await this.remote.enter(this.#enter);
  }

  setOffline(isOffline: boolean): Promise<void> {
    return this.#context.setOffline(isOffline);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  async #load(): Promise<void> {
    this.#page = await this.#context.newPage();
    await this.#page.goto(this.#url);
    await this.#start();
  }

  async #start(): Promise<void> {
    await this.#page?.addScriptTag({ url: '/soak.js' });
  }
}
