import { createHmac } from 'node:crypto';
import type { AccountStore } from './account-store.ts';
import { hashSecret, newToken } from './secret.ts';

/** What an account seals its backups with on its devices. */
export interface BackupKey {
  /** Tells one key from another; says nothing of it. */
  readonly keyId: string;
  /** 256 bits, base64url. */
  readonly key: string;
}

/** The keys of all accounts, derived from one secret that is made once and goes into the server's own backups. */
export interface BackupKeys {
  readonly keyOf: (account: string) => Promise<BackupKey>;
}

const ID = 'backupSecret';

export function openBackupKeys(store: AccountStore): BackupKeys {
  let secret: string | undefined;
  const readSecret = async (): Promise<string> => {
    const kept = await store.read<{ secret: string }>(ID);
    if (kept !== undefined) return kept.value.secret;
    const made = newToken();
    // Another serve over the same database may have been faster: then its secret is the one.
    return (await store.create(ID, { secret: made })) ? made : readSecret();
  };
  return {
    keyOf: async (account) => {
      secret ??= await readSecret();
      const key = createHmac('sha256', secret).update(`backup-seal:${account}`).digest('base64url');
      return { keyId: hashSecret(`backup-seal-id:${key}`).slice(0, 16), key };
    },
  };
}
