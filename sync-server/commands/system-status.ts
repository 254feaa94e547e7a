import type { System } from '../system.ts';

/** What `status` tells. */
export interface SystemStatus {
  readonly cooperative: string;
  readonly isDemo: boolean;
  readonly databases: readonly { readonly name: string; readonly documents: number }[];
  readonly devices: readonly {
    readonly prefix: string;
    readonly account: string;
    readonly name: string;
    readonly lastSeenAt: string;
  }[];
  /** Books with changes that were not consolidated yet. */
  readonly pendingBooks: number;
}

export async function readSystemStatus({ couch, accounts, worker, describeInstance }: System): Promise<SystemStatus> {
  const names = (await couch.listDatabases()).filter((name) => !name.startsWith('_') && name !== 'sillon-accounts');
  const databases = await Promise.all(
    names.map(async (name) => ({ name, documents: (await couch.database(name).info())?.doc_count ?? 0 })),
  );
  const devices = (await accounts.devices.list()).map(({ prefix, account, name, lastSeenAt }) => ({
    prefix,
    account,
    name,
    lastSeenAt,
  }));
  return { ...(await describeInstance()), databases, devices, pendingBooks: worker.pending() };
}
