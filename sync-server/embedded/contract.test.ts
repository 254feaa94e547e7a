import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRealCouch } from '../testing/real-couch.ts';
import { describeAccess } from './contract/access-cases.ts';
import { pick, removeMade, type ContractContext } from './contract/contract-context.ts';
import { describeDocuments } from './contract/document-cases.ts';
import { describeFeeds } from './contract/feed-cases.ts';
import { describeReplication } from './contract/replication-cases.ts';
import { describeViews } from './contract/view-cases.ts';
import { CouchClient } from './testing/couch-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

// One suite for every server this product may run on: what it asks here is what the product relies on.
function describeContract(getContext: () => ContractContext): void {
  it('says welcome', async () => {
    const answer = await getContext().admin.get('/');
    expect(pick(answer.json, 'couchdb')).toBe('Welcome');
    expect(pick(answer.json, 'version')).toMatch(/^3\./);
  });
  describeDocuments(getContext);
  describeReplication(getContext);
  describeFeeds(getContext);
  describeAccess(getContext);
  describeViews(getContext);
}

describe('contract on the embedded server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());
  describeContract(() => server);
});

const real = findRealCouch('contract');
if (real !== undefined) {
  describe('contract on the server of COUCHDB_URL', () => {
    const { url, admin } = real;
    const context = {
      admin: CouchClient.withPassword(url, admin.name, admin.password),
      anonymous: new CouchClient(url),
    };
    beforeAll(async () => {
      // A CouchDB that was never set up has no `_users` yet; 412 when it has.
      expect([201, 202, 412]).toContain((await context.admin.put('/_users')).status);
    });
    afterAll(() => removeMade(context), 60_000);
    describeContract(() => context);
  });
}
