import type { Protocol } from 'electron';
import { appOrigin, appScheme } from '../shared/desktop/app-origin.ts';
import { contentSecurityPolicy } from '../shared/desktop/content-security-policy.ts';
import { isAppUrl } from './app-page.ts';
import type { Log } from './logging.ts';
import type { ServerForward } from './server-forward.ts';
import type { StaticFiles } from './static-files.ts';

export interface ProtocolDeps {
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly staticFiles: StaticFiles;
  readonly serverForward: Pick<ServerForward, 'forward'>;
  readonly log: Log;
}

const forwardedPath = /^\/(api|couch)(\/|$)/;

const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=()',
};

/** Must run before the application is ready: the engine learns there what `app:` may do. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

function secure(response: Response, policy: string): Response {
  if (response.type === 'error') return response;
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Answers every request to `app://sillon`: the screens' files, or the cooperative's server behind them. */
export function setupProtocol({ protocol, staticFiles, serverForward, log }: ProtocolDeps): void {
  async function answer(request: Request): Promise<Response> {
    const origin = request.headers.get('origin');
    const isOwn = isAppUrl(request.url) && (origin === null || origin === appOrigin);
    if (!isOwn) return secure(new Response(null, { status: 403 }), contentSecurityPolicy);
    if (!forwardedPath.test(new URL(request.url).pathname)) {
      return secure(await staticFiles.serve(request), contentSecurityPolicy);
    }
    return secure(await serverForward.forward(request), "default-src 'none'; frame-ancestors 'none'; sandbox");
  }

  protocol.handle(appScheme, async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      log.error('protocol-failed', { cause: error instanceof Error ? error.message : 'unknown' });
      return Response.error();
    }
  });
}
