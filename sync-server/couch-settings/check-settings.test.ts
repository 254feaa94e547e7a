import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectCouch } from '../couch/connect.ts';
import { checkSettings, judgeEngine, judgeSettings } from './check-settings.ts';

const JWT = '{chttpd_auth, jwt_authentication_handler}, {chttpd_auth, default_authentication_handler}';

/** What docs/deployment.md asks for. */
const RIGHT = {
  chttpd: { authentication_handlers: JWT, require_valid_user_except_for_up: 'true', bind_address: '127.0.0.1' },
  jwt_auth: { required_claims: 'exp' },
  jwt_keys: { 'ec:ours': '-----BEGIN PUBLIC KEY-----' },
  chttpd_auth_lockout: { mode: 'warn' },
  query_server_config: { db_tag: 'none' },
  replicator: { verify_ssl_certificates: 'true' },
};

const subjects = (settings: Parameters<typeof judgeSettings>[0], databases = 100, nodes = 1): string[] =>
  judgeSettings(settings, databases, nodes, ['ours']).map(({ severity, subject }) => `${severity} ${subject}`);

describe('the settings of CouchDB', () => {
  it('as the guide has them raise nothing', () => {
    expect(subjects(RIGHT)).toEqual([]);
  });

  it('of a fresh installation raise what must be set', () => {
    expect(subjects({}).sort()).toEqual([
      'must [chttpd] authentication_handlers',
      'must [chttpd] require_valid_user_except_for_up',
      'must [jwt_auth] required_claims',
      'should [chttpd_auth_lockout] mode',
      'should [query_server_config] db_tag',
      'should [replicator] verify_ssl_certificates',
    ]);
  });

  it.each<[string, string, string, string]>([
    ['chttpd', 'authentication_handlers', `${JWT}, {chttpd_auth, proxy_authentication_handler}`, 'must'],
    ['chttpd', 'admin_only_all_dbs', 'false', 'must'],
    ['chttpd', 'bind_address', '0.0.0.0', 'must'],
    ['chttpd', 'enable_cors', 'true', 'should'],
    ['chttpd', 'max_http_request_size', '1000000', 'must'],
    ['couchdb', 'default_security', 'everyone', 'must'],
    ['couchdb', 'max_document_size', '100000', 'must'],
    ['couchdb', 'max_dbs_open', '50', 'should'],
    ['jwt_auth', 'required_claims', 'expiry', 'must'],
    ['jwt_auth', 'roles_claim_path', 'roles', 'must'],
    ['jwt_auth', 'roles_claim_name', 'groups', 'must'],
    ['chttpd_auth_lockout', 'mode', 'enforce', 'should'],
    ['query_server_config', 'db_tag', 'name', 'should'],
    ['jwt_keys', 'hmac:old', 'secret', 'should'],
  ])('[%s] %s = %s is found', (section, name, value, severity) => {
    const before: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = RIGHT;
    const settings = { ...RIGHT, [section]: { ...before[section], [name]: value } };
    const subject = section === 'jwt_keys' ? '[jwt_keys]' : `[${section}] ${name}`;
    expect(subjects(settings)).toEqual([`${severity} ${subject}`]);
  });

  it('grow with the number of databases and nodes', () => {
    expect(subjects(RIGHT, 2_100)).toEqual(['should [couchdb] max_dbs_open']);
    expect(subjects({ ...RIGHT, cluster: { n: '1' } }, 100, 3)).toEqual(['should [cluster] n']);
  });

  it('never stand in a finding with a secret', () => {
    const findings = judgeSettings({ ...RIGHT, jwt_keys: { 'hmac:old': 'c2VjcmV0' } }, 100, 1, ['ours']);
    expect(JSON.stringify(findings)).not.toContain('c2VjcmV0');
  });
});

describe('the JavaScript engine', () => {
  it.each([
    ['spidermonkey', '1.8.5', '3.5.2', 1],
    ['spidermonkey', '68', '3.5.2', 1],
    ['spidermonkey', '78', '3.5.2', 0],
    ['spidermonkey', '128', '3.4.3', 0],
    ['quickjs', '2024-01-13', '3.4.3', 1],
    ['quickjs', '2025-04-26', '3.5.2', 0],
  ])('%s %s in CouchDB %s', (name, version, couchVersion, findings) => {
    expect(judgeEngine({ name, version }, couchVersion)).toHaveLength(findings);
  });

  it('that is not told is not judged', () => {
    expect(judgeEngine(undefined, '3.1.2')).toEqual([]);
  });
});

const NODE_DOWN = { error: 'nodedown', reason: 'couchdb@b is down' };

/** The answers of a cluster that the check asks for; a real one is not at hand in every test run. */
async function standIn(answers: Readonly<Record<string, unknown>>): Promise<string> {
  const server = createServer((request, response) => {
    const answer = answers[decodeURIComponent(request.url ?? '')];
    response.writeHead(answer === undefined ? 404 : answer === NODE_DOWN ? 412 : 200, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer ?? { error: 'not_found', reason: 'missing' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

describe('a cluster', () => {
  it('is looked at node by node, with its version, size and shards', async () => {
    const url = await standIn({
      '/_membership': { cluster_nodes: ['couchdb@a', 'couchdb@b'] },
      '/_all_dbs': ['book-x', 'commons'],
      '/_node/couchdb@a/_config': RIGHT,
      '/_node/couchdb@b/_config': { ...RIGHT, jwt_auth: {} },
      '/_node/couchdb@b/_versions': { javascript_engine: { name: 'spidermonkey', version: '60' } },
      '/book-x': { doc_count: 1, doc_del_count: 0, update_seq: '1', cluster: { q: 2, n: 3 } },
    });
    const couch = connectCouch(url, { name: 'keeper', password: 'right' });
    const findings = await checkSettings(couch, '3.2.1', ['ours']);
    expect(findings.map(({ severity, subject, node }) => [severity, subject, node])).toEqual([
      ['must', 'version', undefined],
      ['should', 'nodes', undefined],
      ['must', '[jwt_auth] required_claims', 'couchdb@b'],
      ['must', 'JavaScript engine', 'couchdb@b'],
      ['should', 'shards of book-x', undefined],
    ]);
  });

  it('with a node away says so, and looks at the others', async () => {
    const url = await standIn({
      '/_membership': { cluster_nodes: ['couchdb@a', 'couchdb@b', 'couchdb@c'] },
      '/_all_dbs': [],
      '/_node/couchdb@a/_config': RIGHT,
      '/_node/couchdb@b/_config': NODE_DOWN,
      '/_node/couchdb@c/_config': { ...RIGHT, jwt_auth: {} },
    });
    const findings = await checkSettings(connectCouch(url, { name: 'keeper', password: 'right' }), '3.5.2', ['ours']);
    expect(findings.map(({ subject, node, found }) => [subject, node, found])).toEqual([
      ['node', 'couchdb@b', 'away'],
      ['[jwt_auth] required_claims', 'couchdb@c', 'not set'],
    ]);
  });

  it('that does not show its settings is said to be unchecked', async () => {
    const url = await standIn({ '/_all_dbs': [] });
    const findings = await checkSettings(connectCouch(url, { name: 'keeper', password: 'right' }), '3.5.2', []);
    expect(findings).toMatchObject([{ subject: 'settings', found: 'not shown to this administrator' }]);
  });
});
