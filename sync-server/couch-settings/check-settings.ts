import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import type { Couch } from '../couch/connect.ts';
import { couchStatus } from '../couch/couch-request.ts';
import type { JavaScriptEngine, NodeSettings } from './node-settings.ts';
import { listNodes, NodeAway, readEngine, readSettings } from './node-settings.ts';
import type { Severity } from './setting-rules.ts';
import { settingRules } from './setting-rules.ts';

/** Something about a CouchDB server that a person should change. */
export interface Finding {
  readonly severity: Severity;
  /** What was looked at, for example `[chttpd] bind_address`. */
  readonly subject: string;
  /** The node, when there are several. */
  readonly node?: string;
  readonly found: string;
  readonly wanted: string;
  readonly why: string;
}

const BOOKS_LOOKED_AT = 20;

/** Reads the settings of a real CouchDB and says what to change. `ownKeyIds` are the keys this server signs with. */
export async function checkSettings(
  couch: Couch,
  version: string,
  ownKeyIds: readonly string[],
): Promise<readonly Finding[]> {
  const nodes = await listNodes(couch);
  const databases = await couch.listDatabases();
  const findings = [...judgeVersion(version), ...judgeNodes(nodes.length)];
  for (const node of nodes) {
    const at = nodes.length === 1 ? {} : { node };
    try {
      const settings = await readSettings(couch, node);
      findings.push(...judgeSettings(settings, databases.length, nodes.length, ownKeyIds, at));
      findings.push(...judgeEngine(await readEngine(couch, node), version, at));
    } catch (error) {
      if (error instanceof NodeAway) {
        findings.push({
          severity: 'should',
          subject: 'node',
          node,
          found: 'away',
          wanted: 'the node back, then this check again',
          why: 'its settings could not be looked at; the running server brings it the keys when it is back',
        });
        continue;
      }
      const status = couchStatus(error);
      if (status === undefined || status < 400 || status >= 500) throw error;
      findings.push({
        severity: 'should',
        subject: 'settings',
        ...at,
        found: 'not shown to this administrator',
        wanted: 'a look at them by hand, see docs/deployment.md',
        why: 'nothing could be checked',
      });
    }
  }
  return [...findings, ...(await judgeShards(couch, databases))];
}

/** The findings in the settings of one node. */
export function judgeSettings(
  settings: NodeSettings,
  databases: number,
  nodes: number,
  ownKeyIds: readonly string[],
  at: { readonly node?: string } = {},
): Finding[] {
  const findings = settingRules(databases, nodes).flatMap(({ section, name, severity, isRight, wanted, why }) => {
    const value = settings[section]?.[name];
    const finding: Finding = {
      severity,
      subject: `[${section}] ${name}`,
      ...at,
      found: value ?? 'not set',
      wanted,
      why,
    };
    return isRight(value) ? [] : [finding];
  });
  const own = ownKeyIds.map((keyId) => `ec:${keyId}`);
  const foreign = Object.keys(settings['jwt_keys'] ?? {}).filter((name) => !own.includes(name));
  if (foreign.length === 0) return findings;
  return [
    ...findings,
    {
      severity: 'should',
      subject: '[jwt_keys]',
      ...at,
      found: foreign.join(', '),
      wanted: 'only the keys of servers that are in use',
      why: 'who holds the other half of such a key opens every book; remove those nobody needs',
    },
  ];
}

function judgeVersion(version: string): Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 3 || minor >= 4) return [];
  return [
    {
      severity: major === 3 && minor >= 3 ? 'should' : 'must',
      subject: 'version',
      found: version,
      wanted: '3.5 or later',
      why: 'earlier versions hash passwords weakly and lack fixes of security faults',
    },
  ];
}

/** The rules are JavaScript that CouchDB's own engine has to understand: big integers, regular expressions of 2018. */
export function judgeEngine(
  engine: JavaScriptEngine | undefined,
  couchVersion: string,
  at: { readonly node?: string } = {},
): Finding[] {
  const [major = 0, minor = 0] = couchVersion.split('.').map(Number);
  const isOld =
    engine?.name === 'quickjs'
      ? major === 3 && minor < 5
      : engine !== undefined && Number.parseFloat(engine.version) < 78;
  if (!isOld) return [];
  return [
    {
      severity: 'must',
      subject: 'JavaScript engine',
      ...at,
      found: `${engine?.name ?? ''} ${engine?.version ?? ''}`,
      wanted: 'SpiderMonkey 78 or later, or the QuickJS of CouchDB 3.5',
      why: 'the rules of the books were never seen to run in this one; where they do not, it refuses every write',
    },
  ];
}

function judgeNodes(nodes: number): Finding[] {
  if (nodes % 2 === 1) return [];
  return [
    {
      severity: 'should',
      subject: 'nodes',
      found: String(nodes),
      wanted: '1, 3 or another odd number',
      why: 'half of an even number is no majority: a cut in the middle stops confirmed writes on both sides',
    },
  ];
}

/** Books are many and small: one shard each. A database keeps the number it was created with. */
async function judgeShards(couch: Couch, databases: readonly string[]): Promise<Finding[]> {
  const books = databases.filter((name) => name.startsWith('book-')).slice(0, BOOKS_LOOKED_AT);
  const findings: Finding[] = [];
  for (const name of [ACCOUNTS_DATABASE, ...books]) {
    const q = (await couch.database(name).info())?.cluster?.q ?? 1;
    if (q === 1) continue;
    findings.push({
      severity: 'should',
      subject: `shards of ${name}`,
      found: `q = ${String(q)}`,
      wanted: 'q = 1: back up, delete the database, restore it',
      why: 'every shard is a file held open; a thousand books would hold thousands',
    });
  }
  return findings;
}
