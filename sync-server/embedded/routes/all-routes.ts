import type { Route } from '../http/router.ts';
import { allDocsRoutes } from './all-docs-routes.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { bulkDocsRoutes } from './bulk-docs-route.ts';
import { changesRoutes } from './changes-routes.ts';
import { databaseRoutes } from './database-routes.ts';
import { dbUpdatesRoutes } from './db-updates-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { findRoutes } from './find-routes.ts';
import { revisionRoutes } from './revision-routes.ts';
import { serverRoutes } from './server-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { viewRoutes } from './view-routes.ts';

/** First match wins: named addresses stand before those of documents and attachments. */
export const allRoutes: Route[] = [
  ...serverRoutes,
  ...sessionRoutes,
  ...dbUpdatesRoutes,
  ...databaseRoutes,
  ...allDocsRoutes,
  ...changesRoutes,
  ...bulkDocsRoutes,
  ...revisionRoutes,
  ...findRoutes,
  ...viewRoutes,
  ...documentRoutes,
  ...attachmentRoutes,
];
