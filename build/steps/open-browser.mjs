import { spawn } from 'node:child_process';

const COMMANDS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

/** Opens the default browser when there is a display; never a reason to fail. */
export function openBrowser(url) {
  const hasDisplay = process.platform in COMMANDS || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay || process.env.CI) return;
  const [command, ...args] = COMMANDS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('  No browser could be opened; open the address yourself.'));
  child.unref();
}
