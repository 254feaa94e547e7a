import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeAccess } from './contract/access-cases.ts';
import { pick, type ContractContext } from './contract/contract-context.ts';
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

const couchUrl = process.env['COUCHDB_URL'];
if (couchUrl === undefined || couchUrl === '') {
  console.log('contract: COUCHDB_URL is not set, the suite runs on the embedded server only');
} else {
  describe('contract on the server of COUCHDB_URL', () => {
    const { username, password, origin } = new URL(couchUrl);
    const admin = CouchClient.withPassword(origin, decodeURIComponent(username), decodeURIComponent(password));
    describeContract(() => ({ admin, anonymous: new CouchClient(origin) }));
  });
}
