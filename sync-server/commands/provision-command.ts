import { existsSync, mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Finding } from '../couch-settings/check-settings.ts';
import { checkSettings } from '../couch-settings/check-settings.ts';
import { describeFinding } from '../couch-settings/require-settings.ts';
import { identifyServer } from '../couch/server-identity.ts';
import { openKeyRing } from '../keys/key-ring.ts';
import { connectNamedCouch } from '../system/open-couch.ts';
import { askSystem } from './ask-system.ts';
import { chooseDataFolder } from './data-folder-option.ts';

const provisionAnswer = z.object({ activities: z.number(), databases: z.number() });

/** Ends with 1 when something about the server must be changed. */
export async function runProvision(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  // The first command for a new server: what it needs it makes, and says so, because a name may be mistyped.
  const dataDir = chooseDataFolder(values.data);
  if (!existsSync(dataDir)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    console.log(`Made the data folder ${dataDir}`);
  }
  // First, because a setting may be what keeps the rest from working.
  const findings = await checkNamedCouch(dataDir);
  const { activities, databases } = await askSystem(dataDir, 'provision', {}, provisionAnswer);
  console.log(
    `${String(databases)} databases of ${String(activities)} activities are there, with their security and rules`,
  );
  return findings.some(({ severity }) => severity === 'must') ? 1 : 0;
}

async function checkNamedCouch(dataDir: string): Promise<readonly Finding[]> {
  const couch = connectNamedCouch(process.env);
  const identity = couch === undefined ? undefined : await identifyServer(couch);
  if (couch === undefined || identity?.kind !== 'couchdb') {
    console.log('The embedded database needs no settings.\n');
    return [];
  }
  const findings = await checkSettings(couch, identity.version, Object.keys(openKeyRing(dataDir).publicKeys()));
  console.log(`CouchDB ${identity.version} at ${couch.url}\n`);
  for (const finding of findings) console.log(`${describeFinding(finding)}\n`);
  console.log(findings.length === 0 ? 'Its settings are right.\n' : `${String(findings.length)} findings\n`);
  return findings;
}
