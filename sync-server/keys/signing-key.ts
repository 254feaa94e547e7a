import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readSecretFile, writeSecretFile } from '../data-folder/secret-file.ts';

/** The key that signs the short tokens by which the front speaks to CouchDB in a person's name. */
export interface SigningKey {
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly signToken: (name: string, roles: readonly string[]) => string;
}

const FILE = 'signing-key.pem';
export const TOKEN_SECONDS = 300;

/** Reads the key of a data folder, or makes it once. */
export function loadSigningKey(dataDir: string): SigningKey {
  const kept = readSecretFile(dataDir, FILE);
  if (kept !== undefined) return openSigningKey(kept);
  const pem = newPrivateKey();
  saveSigningKey(dataDir, pem);
  return openSigningKey(pem);
}

/** Makes `privateKeyPem` the key of a data folder. */
export function saveSigningKey(dataDir: string, privateKeyPem: string): void {
  writeSecretFile(dataDir, FILE, privateKeyPem);
}

export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function openSigningKey(privateKeyPem: string): SigningKey {
  const privateKey = createPrivateKey(privateKeyPem);
  const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const keyId = createHash('sha256').update(publicKeyPem).digest('hex').slice(0, 16);
  const head = encode({ alg: 'ES256', typ: 'JWT', kid: keyId });
  return {
    keyId,
    publicKeyPem,
    signToken: (name, roles) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = encode({ sub: name, '_couchdb.roles': roles, iat: now, exp: now + TOKEN_SECONDS });
      const signature = sign('sha256', Buffer.from(`${head}.${claims}`), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      });
      return `${head}.${claims}.${signature.toString('base64url')}`;
    },
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
