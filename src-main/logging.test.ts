import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { setupLogging } from './logging.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

let directory = '';
beforeEach(() => {
  directory = makeTemporaryFolder();
});

const now = (): Date => new Date('2026-03-04T05:06:07.000Z');
const read = (name: string): string => readFileSync(join(directory, name), 'utf8');

describe('setupLogging', () => {
  it('writes one line for each event', () => {
    const log = setupLogging({ directory, now });
    log.info('start', { version: '0.1.0', count: 2, kept: true });
    log.error('stop');
    expect(read('sillon.log')).toBe(
      '2026-03-04T05:06:07.000Z info start version="0.1.0" count=2 kept=true\n2026-03-04T05:06:07.000Z error stop\n',
    );
  });

  it('drops query strings, fragments and credentials of addresses', () => {
    const log = setupLogging({ directory, now });
    log.warn('open', { url: 'https://me:secret@a.example/x?token=abc#part', path: '/couch/book?key=42' });
    expect(read('sillon.log')).toContain('url="https://a.example/x?…" path="/couch/book?…"');
    expect(read('sillon.log')).not.toMatch(/secret|abc|42|part/);
  });

  it('keeps a value on its line and short', () => {
    setupLogging({ directory, now }).info('event', { text: `a\nb${'x'.repeat(1000)}` });
    const text = read('sillon.log');
    expect(text.split('\n')).toHaveLength(2);
    expect(text.length).toBeLessThan(400);
  });

  it('rotates and keeps a bounded number of files', () => {
    const log = setupLogging({ directory, now, maxBytes: 200, keptFiles: 2 });
    for (let index = 0; index < 40; index += 1) log.info('event', { index });
    expect(readdirSync(directory).sort()).toEqual(['sillon.1.log', 'sillon.2.log', 'sillon.log']);
    expect(read('sillon.log')).toContain('index=39');
    for (const name of readdirSync(directory)) expect(read(name).length).toBeLessThanOrEqual(200);
  });

  it('goes on from the size it finds', () => {
    writeFileSync(join(directory, 'sillon.log'), 'x'.repeat(190));
    setupLogging({ directory, now, maxBytes: 200 }).info('event');
    expect(read('sillon.1.log')).toBe('x'.repeat(190));
  });

  it('does not throw when it cannot write', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    const log = setupLogging({ directory: join(file, 'logs'), now });
    expect(() => {
      log.info('event');
    }).not.toThrow();
    expect(existsSync(join(file, 'logs'))).toBe(false);
  });
});
