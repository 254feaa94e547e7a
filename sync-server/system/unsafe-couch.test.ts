import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connectCouch } from '../couch/connect.ts';
import { makePage, runCommand } from '../testing/command-line.ts';
import { startSeparateCouch } from '../testing/separate-couch.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { startTestServer } from '../testing/test-server.ts';

const NODE = 'nonode@nohost';

it('serve refuses a CouchDB with unsafe settings, with the list, and writes nothing; provision tells the same', async () => {
  const couch = await startSeparateCouch([NODE], 'couchdb');
  onTestFinished(() => couch.close());
  const { name, password } = couch.admin;
  const environment = { COUCHDB_URL: couch.url, COUCHDB_USER: name, COUCHDB_PASSWORD: password };
  const list = () => connectCouch(couch.url, couch.admin).listDatabases();
  const before = await list();
  const data = join(useTestFolder(), 'not', 'there', 'yet');
  const refused = await runCommand(['serve', '--port', '0', '--web', makePage(), '--data', data], environment);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('[chttpd] require_valid_user_except_for_up: not set');
  expect(refused.err).toContain('change to: true');
  expect(refused.err).toContain('[jwt_auth] required_claims');
  // What is only weaker than it could be keeps nobody out.
  expect(refused.err).not.toContain('db_tag');
  expect(await list()).toEqual(before);

  const other = join(useTestFolder(), 'not', 'there', 'either');
  const provisioned = await runCommand(['provision', '--data', other], environment);
  expect(provisioned.out).toContain(`Made the data folder ${other}`);
  expect(existsSync(other)).toBe(true);
  expect(provisioned.out).toContain('[query_server_config] db_tag: not set');
  expect([provisioned.code, provisioned.err]).toEqual([1, '']);

  await (await startTestServer({ environment, isInSpiteOfSettings: true })).close();
  const settings = couch.settingsOf(NODE);
  settings.set('chttpd/require_valid_user_except_for_up', 'true').set('jwt_auth/required_claims', 'exp');
  await (await startTestServer({ environment })).close();
}, 120_000);
