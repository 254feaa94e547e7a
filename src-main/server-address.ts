import type { ServerAddress } from '../shared/desktop/desktop-calls.ts';
import { appError } from '../shared/core/errors.ts';
import { fail, ok, type Result } from '../shared/core/result.ts';
import type { Log } from './logging.ts';
import { readJsonOrNull, writeAtomically } from './atomic-file.ts';

export interface ServerAddressDeps {
  /** Value of the environment variable SILLON_SERVER, if it is set. */
  readonly fromEnvironment: string | undefined;
  readonly settingsPath: string;
  readonly log: Log;
}

export interface ServerAddressSetting {
  readonly read: () => Promise<ServerAddress>;
  readonly change: (address: string) => Promise<Result<ServerAddress>>;
}

const loopbackHosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The origin meant by `text`: https anywhere, http only on this computer; a bare host means https. */
export function parseServerAddress(text: string): Result<string> {
  const refusal = fail(appError('desktop.invalidAddress', 'the server address must be an https origin'));
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || trimmed === '') return refusal;
  const isAllowedScheme = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.test(url.hostname));
  const hasOnlyOrigin = url.pathname === '/' && url.search === '' && url.hash === '';
  if (!isAllowedScheme || !hasOnlyOrigin || url.username !== '' || url.password !== '') return refusal;
  return ok(url.origin);
}

function readStoredAddress(settings: unknown): string | null {
  if (typeof settings !== 'object' || settings === null || !('serverAddress' in settings)) return null;
  if (typeof settings.serverAddress !== 'string') return null;
  const parsed = parseServerAddress(settings.serverAddress);
  return parsed.ok ? parsed.value : null;
}

/** Where the cooperative's server is: the environment first, else what the person has set. */
export function setupServerAddress({ fromEnvironment, settingsPath, log }: ServerAddressDeps): ServerAddressSetting {
  const fixed = fromEnvironment === undefined || fromEnvironment === '' ? null : parseServerAddress(fromEnvironment);
  if (fixed?.ok === false) log.error('server-address-ignored', { source: 'environment' });
  const fixedAddress = fixed?.ok === true ? fixed.value : null;
  let stored: Promise<string | null> = readJsonOrNull(settingsPath).then(readStoredAddress);

  return {
    read: async () => ({ address: fixedAddress ?? (await stored), isFixed: fixedAddress !== null }),
    change: async (text) => {
      if (fixedAddress !== null) {
        return fail(appError('desktop.notAllowed', 'the server address is set by the environment'));
      }
      const parsed = parseServerAddress(text);
      if (!parsed.ok) return parsed;
      try {
        await writeAtomically(settingsPath, `${JSON.stringify({ serverAddress: parsed.value })}\n`);
      } catch {
        return fail(appError('file.notWritten', 'the settings file cannot be written'));
      }
      stored = Promise.resolve(parsed.value);
      log.info('server-address-changed', { address: parsed.value });
      return ok({ address: parsed.value, isFixed: false });
    },
  };
}
