import { ok, type Result } from '../shared/core/result.ts';
import type { ShellInfo } from '../shared/desktop/desktop-calls.ts';
import type { Secrets } from './secrets.ts';

export interface ShellInfoDeps {
  readonly appVersion: string;
  readonly platform: NodeJS.Platform;
  readonly locale: string;
  readonly secrets: Pick<Secrets, 'isKept'>;
}

const operatingSystems: Readonly<Partial<Record<NodeJS.Platform, ShellInfo['operatingSystem']>>> = {
  linux: 'linux',
  darwin: 'macos',
  win32: 'windows',
};

/** What the screens may know about the shell. */
export function setupShellInfo({
  appVersion,
  platform,
  locale,
  secrets,
}: ShellInfoDeps): () => Promise<Result<ShellInfo>> {
  return async () => {
    const sessionStorage = (await secrets.isKept()) ? 'encrypted' : 'memory';
    return ok({ appVersion, operatingSystem: operatingSystems[platform] ?? 'other', locale, sessionStorage });
  };
}
