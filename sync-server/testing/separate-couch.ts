import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEmbeddedCouch } from '../embedded/server.ts';
import { makeTestFolder } from './test-folder.ts';

/** A database server that Sillon reaches by its address, as it reaches a CouchDB. */
export interface SeparateCouch {
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  /** The settings of one node, by `section/name`; the test may change them. */
  readonly settingsOf: (node: string) => Map<string, string>;
  /** Takes a node from the cluster, or brings it back as it was. */
  readonly setAway: (node: string, isAway: boolean) => void;
  /** Which node answers at the address, as a balancer decides; the first one until then. */
  readonly ask: (node: string) => void;
  readonly close: () => Promise<void>;
}

const SETTING = /^\/_node\/([^/]+)\/_config\/([^/]+)\/(.+)$/;
const ALL_SETTINGS = /^\/_node\/([^/]+)\/_config$/;
const VERSIONS = /^\/_node\/[^/]+\/_versions$/;
const KEY = /^jwt_keys\/ec:(.+)$/;
const HANDLERS =
  '{chttpd_auth, jwt_authentication_handler}, {chttpd_auth, cookie_authentication_handler}, {chttpd_auth, default_authentication_handler}';

/** What a node of a CouchDB keeps for itself. */
interface Node {
  isAway: boolean;
  readonly settings: Map<string, string>;
}

/** The embedded server at an address of its own, with what the nodes of a CouchDB have besides: settings, of tokens above all. */
export async function startSeparateCouch(
  names: readonly string[] = ['nonode@nohost'],
  kind: 'embedded' | 'couchdb' = 'embedded',
): Promise<SeparateCouch> {
  const folder = makeTestFolder();
  const admin = { name: 'keeper', password: 'a password: of the tests' };
  const couch = await startEmbeddedCouch({ dataDir: folder.path, admin, jwtPublicKeys: {} });
  const nodes = new Map(
    names.map((name): [string, Node] => [
      name,
      { isAway: false, settings: new Map([['chttpd/authentication_handlers', HANDLERS]]) },
    ]),
  );
  const nodeOf = (name: string): Node => {
    const node = nodes.get(name);
    if (node === undefined) throw new Error(`there is no node ${name}`);
    return node;
  };
  let asked = names[0] ?? '';
  const hasMajority = (): boolean => {
    const here = [...nodes.values()].filter(({ isAway }) => !isAway).length;
    return here > names.length / 2;
  };
  const takeKeys = (): void => {
    couch.setTokenKeys(readKeys(nodeOf(asked).settings));
  };
  const front = createServer((incoming, outgoing) => {
    const welcome = kind === 'couchdb' && incoming.url === '/' ? WELCOME : undefined;
    void answerNode(incoming, (name) => nodeOf(name === '_local' ? asked : name), names).then((said) => {
      const answer = welcome ?? said;
      takeKeys();
      if (answer === undefined) passOn(couch.url, incoming, outgoing, hasMajority() ? 201 : 202);
      else outgoing.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((front.address() as AddressInfo).port)}`,
    admin,
    settingsOf: (name) => nodeOf(name).settings,
    setAway: (name, isAway) => {
      nodeOf(name).isAway = isAway;
    },
    ask: (name) => {
      asked = name;
      takeKeys();
    },
    close: async () => {
      front.closeAllConnections();
      front.close();
      await couch.close();
      folder.remove();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const WELCOME: Answer = {
  status: 200,
  body: { couchdb: 'Welcome', version: '3.5.2', vendor: { name: 'The Apache Software Foundation' } },
};
const NOT_SET: Answer = { status: 404, body: { error: 'not_found', reason: 'unknown_config_value' } };

async function answerNode(
  incoming: IncomingMessage,
  nodeOf: (name: string) => Node,
  names: readonly string[],
): Promise<Answer | undefined> {
  const path = decodeURIComponent(incoming.url ?? '');
  if (path === '/_membership') return { status: 200, body: { all_nodes: names, cluster_nodes: names } };
  if (VERSIONS.test(path))
    return { status: 200, body: { javascript_engine: { name: 'quickjs', version: '2025-04-26' } } };
  const [, all] = ALL_SETTINGS.exec(path) ?? [];
  if (all !== undefined) return { status: 200, body: toSections(nodeOf(all).settings) };
  const [, name, section, member] = SETTING.exec(path) ?? [];
  if (name === undefined) return undefined;
  const { isAway, settings } = nodeOf(name);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  // As CouchDB 3.5 says it.
  if (isAway) return { status: 412, body: { error: 'nodedown', reason: `${name} is down` } };
  const setting = `${section ?? ''}/${member ?? ''}`;
  const before = settings.get(setting);
  if (incoming.method === 'PUT') settings.set(setting, JSON.parse(Buffer.concat(chunks).toString()) as string);
  else if (before === undefined) return NOT_SET;
  else if (incoming.method === 'DELETE') settings.delete(setting);
  return { status: 200, body: before ?? '' };
}

function toSections(settings: ReadonlyMap<string, string>): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  for (const [setting, value] of settings) {
    const [section = '', name = ''] = setting.split(/\/(.*)/);
    (sections[section] ??= {})[name] = value;
  }
  return sections;
}

function readKeys(settings: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...settings].flatMap(([setting, text]) => {
      const [, keyId] = KEY.exec(setting) ?? [];
      return keyId === undefined ? [] : [[keyId, `${text.replaceAll('\\n', '\n')}\n`]];
    }),
  );
}

/** `written` is what stands for 201: 202 where fewer nodes took it than CouchDB wants. */
function passOn(url: string, incoming: IncomingMessage, outgoing: ServerResponse, written: 201 | 202): void {
  const { method, headers } = incoming;
  const { host, ...others } = headers;
  const onward = httpRequest(url + (incoming.url ?? ''), {
    headers: others,
    ...(method === undefined ? {} : { method }),
  });
  onward.on('response', (answer) => {
    const status = answer.statusCode ?? 502;
    outgoing.writeHead(status === 201 ? written : status, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
