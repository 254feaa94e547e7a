import { afterAll, beforeAll, describe, it } from 'vitest';
import { DOCUMENTED_HOST, startDocumentedNginx, whyNoNginx } from '../testing/documented-nginx.ts';
import { SMUGGLED_METHODS, SMUGGLING_CASES } from '../testing/smuggling-cases.ts';
import type { SmugglingStage } from '../testing/smuggling-stage.ts';
import { setSmugglingStage } from '../testing/smuggling-stage.ts';
import { makeTestFolder } from '../testing/test-folder.ts';
import { startTestServer } from '../testing/test-server.ts';

const reason = whyNoNginx();
if (reason !== undefined) console.log(`request smuggling through the documented proxy is not tried: ${reason}`);

describe.skipIf(reason !== undefined)('through nginx as documented', () => {
  const closers: (() => unknown)[] = [];
  let stage: SmugglingStage;
  beforeAll(async () => {
    const folder = makeTestFolder();
    closers.push(folder.remove);
    const server = await startTestServer({ publicHost: DOCUMENTED_HOST });
    closers.push(server.close);
    const nginx = await startDocumentedNginx(folder.path, server.url);
    closers.push(nginx.close);
    stage = await setSmugglingStage(server, nginx.url);
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  describe.each(SMUGGLED_METHODS)('%s', (method) => {
    it.each(SMUGGLING_CASES)('with $name takes nothing from the next person', async (attempt) => {
      await stage.attack(method, attempt);
    });
  });
});
