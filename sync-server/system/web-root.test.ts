import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import config from '../../build/vite.config.ts';
import { WEB_ROOT } from './serve.ts';

it('hands out the application from where the build puts it', () => {
  expect(resolve(WEB_ROOT)).toBe(config.build?.outDir);
});
