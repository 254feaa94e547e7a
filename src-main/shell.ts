import { isAbsolute, join } from 'node:path';
import { setupAppLifecycle } from './app-lifecycle.ts';
import { setupLogging } from './logging.ts';
import { registerAppScheme } from './protocol.ts';
import { startShell, type RunningShell, type StartShellDeps } from './start-shell.ts';

export type ShellDeps = Omit<StartShellDeps, 'log'>;

/** The whole shell. What Electron wants before it is ready happens in this call. */
export function setupShell(deps: ShellDeps): void {
  const { electron, environment, platform } = deps;
  const { app } = electron;
  const userData = environment['SILLON_USER_DATA'];
  if (userData !== undefined && isAbsolute(userData)) app.setPath('userData', userData);
  if (platform === 'win32') app.setAppUserModelId('coop.eclectic.sillon');
  app.enableSandbox();
  registerAppScheme(electron.protocol);
  const log = setupLogging({ directory: join(app.getPath('userData'), 'logs'), now: () => new Date() });
  let running: RunningShell | null = null;
  setupAppLifecycle({
    app,
    isMac: platform === 'darwin',
    start: async () => {
      log.info('start', { version: app.getVersion(), platform });
      running = startShell({ ...deps, log });
      await running.showWindow();
    },
    showWindow: () => void running?.showWindow(),
    flush: async () => running?.flush(),
    log,
  });
}
