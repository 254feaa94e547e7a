import { join } from 'node:path';
import type { Log } from './logging.ts';
import { setupSecrets, type Secrets, type SecretsDeps } from './secrets.ts';
import { setupServerAddress, type ServerAddressSetting } from './server-address.ts';
import { setupServerForward, type ServerForward, type ServerForwardDeps } from './server-forward.ts';
import { setupSessionVault } from './session-vault.ts';

export interface ServerAccessDeps {
  readonly safeStorage: SecretsDeps['safeStorage'];
  readonly netFetch: ServerForwardDeps['netFetch'];
  readonly platform: NodeJS.Platform;
  readonly userDataFolder: string;
  readonly addressFromEnvironment: string | undefined;
  readonly log: Log;
}

export interface ServerAccess {
  readonly address: ServerAddressSetting;
  readonly forward: ServerForward;
  readonly secrets: Secrets;
}

/** The way to the cooperative's server: where it is, who is signed in there, and the forwarding itself. */
export function setupServerAccess(deps: ServerAccessDeps): ServerAccess {
  const { safeStorage, netFetch, platform, userDataFolder, addressFromEnvironment, log } = deps;
  const secrets = setupSecrets({
    safeStorage,
    operatingSystem: platform,
    path: join(userDataFolder, 'sessions.bin'),
    log,
  });
  const address = setupServerAddress({
    fromEnvironment: addressFromEnvironment,
    settingsPath: join(userDataFolder, 'shell-settings.json'),
    log,
  });
  const readServerAddress = async (): Promise<string | null> => (await address.read()).address;
  const vault = setupSessionVault({ secrets, nowMs: Date.now });
  return { address, secrets, forward: setupServerForward({ netFetch, readServerAddress, vault, log }) };
}
