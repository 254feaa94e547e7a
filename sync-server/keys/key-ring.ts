import { z } from 'zod';
import { readSecretFile, writeSecretFile } from '../data-folder/secret-file.ts';
import type { SigningKey } from './signing-key.ts';
import { loadSigningKey, newPrivateKey, openSigningKey, saveSigningKey, TOKEN_SECONDS } from './signing-key.ts';

const FILE = 'retiring-keys.json';
/** Clocks of the front and of CouchDB may differ a little. */
const MARGIN_SECONDS = 60;

const retiringKeys = z.array(z.object({ keyId: z.string(), publicKeyPem: z.string(), until: z.string() }));

/** A key that signs no more; its last tokens live until `until`. */
export type RetiringKey = z.infer<typeof retiringKeys>[number];

/** The signing key of a data folder and those that were replaced but whose tokens may still be under way. */
export interface KeyRing {
  /** Signs with whatever key is current. */
  readonly current: SigningKey;
  readonly retiring: () => readonly RetiringKey[];
  /** Public keys by id that the database must accept now. */
  readonly publicKeys: () => Readonly<Record<string, string>>;
  /** Replaces the key. `announce` makes the database accept the new one first: no request falls in between. */
  readonly rotate: (announce: (key: SigningKey) => Promise<void>) => Promise<RetiringKey>;
  /** Forgets the keys whose tokens have all ended, once `withdraw` made the database refuse them. */
  readonly dropEnded: (withdraw: (keyId: string) => Promise<void>) => Promise<void>;
}

export function openKeyRing(dataDir: string, nowMs: () => number = Date.now): KeyRing {
  let key = loadSigningKey(dataDir);
  // A rotation that was cut off may have noted the key as retiring that still signs.
  let retiring = readRetiring(dataDir).filter(({ keyId }) => keyId !== key.keyId);
  const saveRetiring = (keys: readonly RetiringKey[]): void => {
    writeSecretFile(dataDir, FILE, JSON.stringify(keys));
    retiring = [...keys];
  };
  return {
    current: {
      get keyId() {
        return key.keyId;
      },
      get publicKeyPem() {
        return key.publicKeyPem;
      },
      signToken: (name, roles) => key.signToken(name, roles),
    },
    retiring: () => retiring,
    publicKeys: () =>
      Object.fromEntries([...retiring, key].map(({ keyId, publicKeyPem }) => [keyId, publicKeyPem] as const)),
    rotate: async (announce) => {
      const privateKeyPem = newPrivateKey();
      const next = openSigningKey(privateKeyPem);
      await announce(next);
      const until = new Date(nowMs() + (TOKEN_SECONDS + MARGIN_SECONDS) * 1000).toISOString();
      const old: RetiringKey = { keyId: key.keyId, publicKeyPem: key.publicKeyPem, until };
      saveRetiring([...retiring, old]);
      saveSigningKey(dataDir, privateKeyPem);
      key = next;
      return old;
    },
    dropEnded: async (withdraw) => {
      for (const old of retiring.filter(({ until }) => Date.parse(until) <= nowMs())) {
        await withdraw(old.keyId);
        saveRetiring(retiring.filter(({ keyId }) => keyId !== old.keyId));
      }
    },
  };
}

function readRetiring(dataDir: string): RetiringKey[] {
  const text = readSecretFile(dataDir, FILE);
  return text === undefined ? [] : retiringKeys.parse(JSON.parse(text));
}
