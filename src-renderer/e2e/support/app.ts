import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { french } from '../../i18n/fr/french.ts';

/** The application in one window, as a French-speaking person drives it. */
export class App {
  readonly page: Page;
  readonly problems: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.problems.push(error.message));
  }

  /** Opens the application in a new window (tab) of a browser profile. */
  static async open(context: BrowserContext, url: string): Promise<App> {
    const app = new App(await context.newPage());
    await app.page.goto(url);
    return app;
  }

  get badge(): Locator {
    return this.page.getByTestId('sync-badge');
  }

  /** Enters the demonstration from the welcome screen. */
  async enterDemo(account: string): Promise<void> {
    const { page } = this;
    const choice = page.getByTestId('choice-demo');
    const other = page.getByTestId('other-person');
    await expect(choice.or(other)).toBeVisible();
    if (await other.isVisible()) await other.click();
    await choice.click();
    await page.getByTestId(`demo-${account}`).click();
    await expect(this.badge).toBeVisible();
  }

  /** Waits until nothing is left to send or fetch. */
  async expectUpToDate(): Promise<void> {
    await expect(this.badge).toHaveAttribute('data-phase', 'upToDate', { timeout: 30_000 });
    await expect(this.badge).not.toContainText('à envoyer');
  }

  /** Waits until the browser can open the application without a network. */
  async expectInstalled(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null) {
        await new Promise((resolve) =>
          navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
        );
      }
    });
  }

  /** Goes to a screen by the menu. */
  async goTo(screen: keyof typeof french.navigation): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: french.navigation[screen], exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Text of a figure, once it is there. */
  async figure(testId: string): Promise<string> {
    const figure = this.page.getByTestId(testId);
    await expect(figure).toHaveText(/\d/);
    return (await figure.innerText()).trim();
  }
}
