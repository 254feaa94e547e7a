import { describeTokenKey } from '../couch/token-keys.ts';
import type { System } from '../system.ts';

export interface KeysRotated {
  readonly keyId: string;
  readonly oldKeyId: string;
  /** Until when tokens of the old key are accepted. */
  readonly oldUntil: string;
  /** The setting of a real CouchDB, for those who keep its configuration in files. */
  readonly setting?: string;
}

/** Signs with a new key from now on. Sessions stay: devices never see these tokens. */
export async function rotateKeys({ couchKind, signingKey, keyRotation }: System): Promise<KeysRotated> {
  const old = await keyRotation.rotate();
  const answer = { keyId: signingKey.keyId, oldKeyId: old.keyId, oldUntil: old.until };
  if (couchKind === 'embedded') return answer;
  const { name, value } = describeTokenKey(signingKey);
  return { ...answer, setting: `[jwt_keys]\n${name} = ${value}` };
}
