import { appHost, appScheme } from '../shared/desktop/app-origin.ts';

/** Whether an address is a page of the application itself. */
export function isAppUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '';
}
