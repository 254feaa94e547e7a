import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './vite-service-worker.ts';

/** The screens: one build for the desktop application and the web application. */
export default defineConfig({
  root: new URL('../src-renderer', import.meta.url).pathname,
  base: './',
  plugins: [react(), serviceWorker()],
  // pouchdb-core expects Node's `global` and `events`.
  define: { global: 'globalThis' },
  build: {
    outDir: new URL('../dist/renderer', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
  },
});
