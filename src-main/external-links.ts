import type { Shell } from 'electron';
import type { Log } from './logging.ts';

export interface ExternalLinksDeps {
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly log: Log;
}

export interface ExternalLinks {
  /** Opens a link in the person's browser or mail program, if it is of an allowed kind. */
  readonly open: (link: string) => void;
}

const mailFields = ['subject', 'body', 'cc'];

function rebuildMailLink(url: URL): string | null {
  const address = decodeURIComponent(url.pathname);
  if (!/^[^\s<>"'`|\\&;,]+@[^\s<>"'`|\\&;,]+$/.test(address)) return null;
  const fields = mailFields.flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `mailto:${address}${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
}

/** The link as the operating system may get it, built anew from its parts; null when it may not. */
export function rebuildLink(link: string): string | null {
  const url = URL.parse(link);
  if (url === null || link.length > 2000) return null;
  if (url.protocol === 'https:' && url.username === '' && url.password === '') return url.href;
  try {
    return url.protocol === 'mailto:' ? rebuildMailLink(url) : null;
  } catch {
    return null;
  }
}

/** Links that leave the application: https and mailto only. */
export function setupExternalLinks({ shell, log }: ExternalLinksDeps): ExternalLinks {
  return {
    open: (link) => {
      const rebuilt = rebuildLink(link);
      if (rebuilt === null) {
        log.warn('link-refused', { scheme: URL.parse(link)?.protocol ?? 'none' });
        return;
      }
      shell.openExternal(rebuilt).catch(() => {
        log.warn('link-not-opened');
      });
    },
  };
}
