import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve, WEB_ROOT } from '../system/serve.ts';
import { CommandFailure } from './command-failure.ts';
import { describeLan } from './lan-addresses.ts';
import { printAdministrator } from './print-administrator.ts';
import { chooseDataFolder } from './data-folder-option.ts';

export async function runServe(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '5985' },
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      lan: { type: 'boolean', default: false },
      'public-host': { type: 'string' },
      'in-spite-of-settings': { type: 'boolean', default: false },
      web: { type: 'string', default: WEB_ROOT },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new CommandFailure('--port takes a number from 0 to 65535.', 2);
  if (!existsSync(join(values.web, 'index.html'))) {
    throw new CommandFailure('The web application is not built yet. Run: npm run build');
  }
  const publicHost = values['public-host'];
  if (publicHost !== undefined && !/^[a-z0-9.-]+$/i.test(publicHost)) {
    throw new CommandFailure('--public-host takes a host name, without scheme and port.', 2);
  }
  const dataDir = chooseDataFolder(values.data, values.demo);
  const running = await serve({
    port,
    dataDir,
    isDemo: values.demo,
    isLan: values.lan,
    isInSpiteOfSettings: values['in-spite-of-settings'],
    webRoot: resolve(values.web),
    ...(publicHost === undefined ? {} : { publicHost }),
    log: (line) => {
      console.error(line);
    },
    onNewAdministrator: printAdministrator,
  });
  // Before the line by which others know that they may stop it.
  const stopped = waitForStop();
  console.log(`Sillon is ready: ${running.url}`);
  if (values.lan) console.log(describeLan(new URL(running.url).port, networkInterfaces()));
  await stopped;
  await running.close();
  console.log('Stopped.');
  return 0;
}

function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
