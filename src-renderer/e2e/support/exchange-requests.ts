import type { Page, Request } from '@playwright/test';

/** What one window sent to the databases of the books since it is watched. */
export interface ExchangeRequests {
  readonly databases: ReadonlySet<string>;
  readonly pushes: number;
  readonly pulls: number;
  /** Requests that wait for news at this moment, and the most there were at once. */
  readonly held: number;
  readonly heldAtMost: number;
}

/** Counts the requests of the exchange that a window makes. */
export function watchExchange(page: Page): ExchangeRequests {
  const counts = { databases: new Set<string>(), pushes: 0, pulls: 0, held: 0, heldAtMost: 0 };
  const isHeld = (request: Request): boolean => request.url().includes('feed=longpoll');
  page.on('request', (request) => {
    const database = /\/couch\/([^/]+)\//.exec(request.url())?.[1];
    if (database === undefined) return;
    counts.databases.add(database);
    if (request.url().includes('_bulk_docs')) counts.pushes += 1;
    else if (isHeld(request)) counts.held += 1;
    else if (request.url().includes('_changes')) counts.pulls += 1;
    counts.heldAtMost = Math.max(counts.heldAtMost, counts.held);
  });
  const end = (request: Request): void => {
    if (isHeld(request)) counts.held -= 1;
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return counts;
}
