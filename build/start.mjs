// npm start: installs what is missing, builds, starts the demonstration's sync server and opens Sillon.
import { openElectron } from './steps/open-electron.mjs';
import { openBrowser } from './steps/open-browser.mjs';
import { buildApplication } from './steps/build-application.mjs';
import { install } from './steps/install.mjs';
import { step } from './steps/report.mjs';
import { startServer } from './steps/start-server.mjs';

const started = performance.now();
console.log('Sillon');
const isReady = (await step('packages', install)) && (await step('build of the application', buildApplication));
if (!isReady) process.exit(1);

let server;
const isServing = await step('sync server with a demonstration cooperative', async () => {
  server = await startServer();
  return server.url;
});
if (!isServing) {
  console.log('      Does Sillon run already? SILLON_PORT and SILLON_DATA name another port and data folder.');
  process.exit(1);
}

let desktop;
await step('desktop application', async () => {
  const opened = await openElectron(server.url);
  desktop = opened.process;
  return opened.note;
});
if (desktop === undefined) openBrowser(server.url);

const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n  Sillon is ready after ${seconds} s: ${server.url}\n  Ctrl-C stops everything.`);

let isStopping = false;
async function stop() {
  if (isStopping) return;
  isStopping = true;
  desktop?.kill();
  await server.stop();
  console.log('\n  Stopped.');
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
desktop?.on('exit', stop);
server.onExit((code) => {
  if (isStopping) return;
  console.error(`\n  The sync server ended unexpectedly (${code}).`);
  desktop?.kill();
  process.exit(1);
});
