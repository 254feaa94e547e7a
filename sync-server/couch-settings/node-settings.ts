import type { Couch } from '../couch/connect.ts';
import type { CouchRequest } from '../couch/couch-request.ts';
import { orMissing } from '../couch/couch-request.ts';

/** A node that is cut off, not down, may leave the others waiting for a minute. */
const NODE_ANSWERS_MS = 10_000;

/** The settings of one node, by section and name. */
export type NodeSettings = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Names of the cluster's nodes; `_local` for a single one. Every node keeps settings of its own. */
export async function listNodes(couch: Couch): Promise<readonly string[]> {
  const membership = await orMissing(couch.request<{ cluster_nodes?: readonly string[] }>({ path: '_membership' }));
  const nodes = membership?.cluster_nodes ?? [];
  return nodes.length > 1 ? nodes : ['_local'];
}

/** Another node was asked for this one, and it does not answer. */
export class NodeAway extends Error {}

/** Works on nodes one after the other and returns those that are away. Fails with the failure of a node that is there. */
export async function workOnNodes(
  nodes: readonly string[],
  work: (node: string) => Promise<void>,
): Promise<readonly string[]> {
  const away: string[] = [];
  for (const node of nodes) {
    try {
      await work(node);
    } catch (error) {
      if (!(error instanceof NodeAway)) throw error;
      away.push(node);
    }
  }
  return away;
}

export function readSettings(couch: Couch, node: string): Promise<NodeSettings> {
  return askNode<NodeSettings>(couch, { path: `_node/${encodeURIComponent(node)}/_config` });
}

/** The engine that runs design documents on a node. */
export interface JavaScriptEngine {
  readonly name: string;
  readonly version: string;
}

/** `undefined` from a CouchDB that does not tell (before 3.2). */
export async function readEngine(couch: Couch, node: string): Promise<JavaScriptEngine | undefined> {
  const path = `_node/${encodeURIComponent(node)}/_versions`;
  return (await orMissing(askNode<{ javascript_engine?: JavaScriptEngine }>(couch, { path })))?.javascript_engine;
}

/** One setting of a node; `undefined` when it is not set. */
export function readSetting(couch: Couch, node: string, section: string, name: string): Promise<string | undefined> {
  return orMissing(askNode<string>(couch, { path: pathOf(node, section, name) }));
}

export async function writeSetting(
  couch: Couch,
  node: string,
  section: string,
  name: string,
  value: string,
): Promise<void> {
  await askNode(couch, { path: pathOf(node, section, name), method: 'PUT', body: value });
}

export async function removeSetting(couch: Couch, node: string, section: string, name: string): Promise<void> {
  await orMissing(askNode(couch, { path: pathOf(node, section, name), method: 'DELETE' }));
}

function pathOf(node: string, section: string, name: string): string {
  return ['_node', node, '_config', section, name].map(encodeURIComponent).join('/');
}

/** A node that is away is told from a setting that is not there: one 404 would otherwise look like the other. */
async function askNode<T>(couch: Couch, request: CouchRequest): Promise<T> {
  const signal = AbortSignal.timeout(NODE_ANSWERS_MS);
  try {
    return await couch.request<T>({ ...request, signal });
  } catch (error) {
    const { error: code, reason } = error as { readonly error?: unknown; readonly reason?: unknown };
    const says = typeof reason === 'string' ? reason : '';
    const isAway =
      signal.aborted || code === 'nodedown' || says.endsWith(' is down') || says.startsWith('no such node');
    throw isAway ? new NodeAway(says === '' ? 'the node does not answer' : says) : error;
  }
}
