import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEmbeddedCouch } from '../embedded/server.ts';
import { makeTestFolder } from './test-folder.ts';

/** A database server that Sillon reaches by its address, as it reaches a CouchDB. */
export interface SeparateCouch {
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  readonly close: () => Promise<void>;
}

const KEY_SETTING = /^\/_node\/_local\/_config\/jwt_keys\/ec:(.+)$/;
const HANDLERS_SETTING = '/_node/_local/_config/chttpd/authentication_handlers';
const HANDLERS =
  '{chttpd_auth, jwt_authentication_handler}, {chttpd_auth, cookie_authentication_handler}, {chttpd_auth, default_authentication_handler}';

/** The embedded server at an address of its own, with the settings of a node that CouchDB has besides: keys of tokens. */
export async function startSeparateCouch(): Promise<SeparateCouch> {
  const folder = makeTestFolder();
  const admin = { name: 'keeper', password: 'a password: of the tests' };
  const couch = await startEmbeddedCouch({ dataDir: folder.path, admin, jwtPublicKeys: {} });
  const keys: Record<string, string> = {};
  const front = createServer((incoming, outgoing) => {
    void answerSetting(incoming, outgoing, keys).then((isAnswered) => {
      if (isAnswered) couch.setTokenKeys(keys);
      else passOn(couch.url, incoming, outgoing);
    });
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((front.address() as AddressInfo).port)}`,
    admin,
    close: async () => {
      front.closeAllConnections();
      front.close();
      await couch.close();
      folder.remove();
    },
  };
}

async function answerSetting(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  keys: Record<string, string>,
): Promise<boolean> {
  const path = decodeURIComponent(incoming.url ?? '');
  const [, keyId] = KEY_SETTING.exec(path) ?? [];
  if (keyId === undefined && path !== HANDLERS_SETTING && path !== '/_membership') return false;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  let answer: unknown = '';
  if (keyId === undefined) answer = path === HANDLERS_SETTING ? HANDLERS : { cluster_nodes: ['nonode@nohost'] };
  else if (incoming.method === 'PUT') {
    const text = JSON.parse(Buffer.concat(chunks).toString()) as string;
    keys[keyId] = `${text.replaceAll('\\n', '\n')}\n`;
  } else Reflect.deleteProperty(keys, keyId);
  outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  return true;
}

function passOn(url: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming;
  const { host, ...others } = headers;
  const onward = httpRequest(url + (incoming.url ?? ''), {
    headers: others,
    ...(method === undefined ? {} : { method }),
  });
  onward.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
