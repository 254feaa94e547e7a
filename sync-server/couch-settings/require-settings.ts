import { StartError } from '../data-folder/start-error.ts';
import type { Finding } from './check-settings.ts';
import { checkSettings } from './check-settings.ts';
import type { Couch } from '../couch/connect.ts';
import { identifyServer } from '../couch/server-identity.ts';

/** Fails with what must be changed in the settings of a real CouchDB, before anything is written into its databases. */
export async function requireSettings(couch: Couch, ownKeyIds: readonly string[]): Promise<void> {
  const { kind, version } = await identifyServer(couch);
  if (kind !== 'couchdb') return;
  const unsafe = (await checkSettings(couch, version, ownKeyIds)).filter(({ severity }) => severity === 'must');
  if (unsafe.length === 0) return;
  throw new StartError(
    [
      `CouchDB ${version} at ${couch.url} is not set up safely:`,
      ...unsafe.map(describeFinding),
      'Change this (docs/deployment.md), or start with --in-spite-of-settings at your own risk.',
    ].join('\n\n'),
  );
}

/** Three lines for a person: what it is, what to write, why. */
export function describeFinding({ severity, subject, node, found, wanted, why }: Finding): string {
  const place = node === undefined ? '' : ` on ${node}`;
  return [
    `${severity.padEnd(6)}  ${subject}${place}: ${found}`,
    `        change to: ${wanted}`,
    `        because ${why}`,
  ].join('\n');
}
