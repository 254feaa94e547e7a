import { describeTokenKey } from '../keys/token-keys.ts';
import type { System } from '../system/system.ts';

export interface KeysRotated {
  readonly keyId: string;
  readonly oldKeyId: string;
  /** Until when tokens of the old key are accepted. */
  readonly oldUntil: string;
  /** The setting of a real CouchDB, for those who keep its configuration in files. */
  readonly setting?: string;
  /** Nodes of the cluster that are away: they hear of the new key when they are back. */
  readonly nodesAway: readonly string[];
}

/** Signs with a new key from now on. Sessions stay: devices never see these tokens. */
export async function rotateKeys({ couchKind, signingKey, keyRotation }: System): Promise<KeysRotated> {
  const old = await keyRotation.rotate();
  const answer = {
    keyId: signingKey.keyId,
    oldKeyId: old.keyId,
    oldUntil: old.until,
    nodesAway: keyRotation.nodesAway(),
  };
  if (couchKind === 'embedded') return answer;
  const { name, value } = describeTokenKey(signingKey);
  return { ...answer, setting: `[jwt_keys]\n${name} = ${value}` };
}
