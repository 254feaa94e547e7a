// The consolidation worker in a process of its own, for run-scale.ts: tells when it is ready, then its memory when asked.
import { connectCouch } from '../../sync-server/couch/connect.ts';
import { openWorker } from '../../sync-server/jobs/worker.ts';

const [, , url = '', name = '', password = ''] = process.argv;
const tell = (message: object): void => {
  process.send?.(message);
};
let peak = 0;
setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100).unref();
const worker = openWorker(
  connectCouch(url, { name, password }),
  () => new Date().toISOString(),
  (line) => {
    console.error(line);
  },
);
process.on('message', () => {
  tell({ peakBytes: peak, pending: worker.pending() });
});
await worker.start();
tell({ peakBytes: peak, pending: worker.pending() });
