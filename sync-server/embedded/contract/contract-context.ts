import { randomBytes } from 'node:crypto';
import type { CouchClient } from '../testing/couch-client.ts';

/** The server under test; set before the cases run. */
export interface ContractContext {
  admin: CouchClient;
  anonymous: CouchClient;
}

/** Names that cannot meet those of another run on a server that is kept. */
export function freshName(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString('hex')}`;
}

export async function createDatabase(context: ContractContext): Promise<string> {
  const path = `/${freshName('contract')}`;
  const answer = await context.admin.put(path);
  if (answer.status !== 201) throw new Error(`no database: ${answer.text}`);
  noteMade(context, path);
  return path;
}

const made = new Map<CouchClient, string[]>();

/** Remembers a database or document for {@link removeMade}. */
export function noteMade({ admin }: ContractContext, path: string): void {
  made.set(admin, [...(made.get(admin) ?? []), path]);
}

/** Takes away what the cases made on a server that is kept. */
export async function removeMade({ admin }: ContractContext): Promise<void> {
  for (const path of made.get(admin) ?? []) {
    const rev = pick((await admin.get(path)).json, '_rev');
    await admin.delete(typeof rev === 'string' ? `${path}?rev=${rev}` : path);
  }
  made.delete(admin);
}

/** Picks a member out of a JSON answer without knowing its shape. */
export function pick(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  );
}

export function pickList(value: unknown, ...path: (string | number)[]): unknown[] {
  const list = pick(value, ...path);
  if (!Array.isArray(list)) throw new Error(`no list at ${path.join('.')}`);
  return list as unknown[];
}
