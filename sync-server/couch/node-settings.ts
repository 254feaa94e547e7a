import type { Couch } from './connect.ts';
import { orMissing } from './couch-request.ts';

/** The settings of one node, by section and name. */
export type NodeSettings = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Names of the cluster's nodes; `_local` for a single one. Every node keeps settings of its own. */
export async function listNodes(couch: Couch): Promise<readonly string[]> {
  const membership = await orMissing(couch.request<{ cluster_nodes?: readonly string[] }>({ path: '_membership' }));
  const nodes = membership?.cluster_nodes ?? [];
  return nodes.length > 1 ? nodes : ['_local'];
}

export function readSettings(couch: Couch, node: string): Promise<NodeSettings> {
  return couch.request<NodeSettings>({ path: `_node/${encodeURIComponent(node)}/_config` });
}

/** The engine that runs design documents on a node. */
export interface JavaScriptEngine {
  readonly name: string;
  readonly version: string;
}

/** `undefined` from a CouchDB that does not tell (before 3.2). */
export async function readEngine(couch: Couch, node: string): Promise<JavaScriptEngine | undefined> {
  const path = `_node/${encodeURIComponent(node)}/_versions`;
  return (await orMissing(couch.request<{ javascript_engine?: JavaScriptEngine }>({ path })))?.javascript_engine;
}

/** One setting of a node; `undefined` when it is not set. */
export function readSetting(couch: Couch, node: string, section: string, name: string): Promise<string | undefined> {
  return orMissing(couch.request<string>({ path: pathOf(node, section, name) }));
}

export async function writeSetting(
  couch: Couch,
  node: string,
  section: string,
  name: string,
  value: string,
): Promise<void> {
  await couch.request({ path: pathOf(node, section, name), method: 'PUT', body: value });
}

export async function removeSetting(couch: Couch, node: string, section: string, name: string): Promise<void> {
  await orMissing(couch.request({ path: pathOf(node, section, name), method: 'DELETE' }));
}

function pathOf(node: string, section: string, name: string): string {
  return ['_node', node, '_config', section, name].map(encodeURIComponent).join('/');
}
