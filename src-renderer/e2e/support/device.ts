import type { Browser, BrowserContext } from '@playwright/test';
import { App } from './app.ts';
import { BadLine } from './bad-line.ts';

/** One person's device in the demonstration: a browser profile and a line of its own. */
export class Device {
  app: App;
  readonly line: BadLine;
  readonly #profile: BrowserContext;
  readonly #account: string;
  readonly #closedApps: App[] = [];

  private constructor(app: App, line: BadLine, profile: BrowserContext, account: string) {
    this.app = app;
    this.line = line;
    this.#profile = profile;
    this.#account = account;
  }

  /** Opens a device that has everything and could open without a network. */
  static async open(browser: Browser, serverUrl: string, account: string): Promise<Device> {
    const line = await BadLine.open(serverUrl);
    const profile = await browser.newContext();
    const app = await App.open(profile, line.url);
    await app.enterDemo(account);
    await app.expectUpToDate();
    await app.expectInstalled();
    return new Device(app, line, profile, account);
  }

  setOffline(isOffline: boolean): Promise<void> {
    return this.#profile.setOffline(isOffline);
  }

  /** Ends the page at once, whatever it is doing, and opens it anew. */
  async kill(): Promise<void> {
    this.#closedApps.push(this.app);
    await this.app.page.close({ runBeforeUnload: false });
    this.app = await App.open(this.#profile, this.line.url);
    await this.app.enterDemo(this.#account);
  }

  get problems(): readonly string[] {
    return [...this.#closedApps, this.app].flatMap(({ problems }) => problems);
  }

  async close(): Promise<void> {
    await this.#profile.close();
    await this.line.close();
  }
}
