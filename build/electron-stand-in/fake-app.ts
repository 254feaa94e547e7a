import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { noteCall, shellHandlers } from './shell-link.ts';

class FakeApp extends EventEmitter {
  readonly isPackaged = true;
  #userData = '';
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
  enableSandbox(): void {
    noteCall('app.enableSandbox');
  }
  setAppUserModelId(): void {
    noteCall('app.setAppUserModelId');
  }
  getPath(name: string): string {
    return name === 'userData' ? this.#userData : join(this.#userData, name);
  }
  setPath(_name: string, path: string): void {
    this.#userData = path;
  }
  getVersion(): string {
    return '0.1.0';
  }
  getLocale(): string {
    return process.env['STAND_IN_LOCALE'] ?? 'fr-FR';
  }
  quit(): void {
    const prevented: string[] = [];
    this.emit('will-quit', { preventDefault: () => prevented.push('will-quit') });
    if (prevented.length === 0) this.exit(0);
  }
  exit(code: number): void {
    process.exit(code);
  }
}

export const app = new FakeApp();

shellHandlers['startAgain'] = () => void app.emit('second-instance');
