// The consolidation worker in a process of its own, for run-scale.ts: tells when it is ready, then its memory when asked.
import { connectCouch } from '../../sync-server/couch/connect.ts';
import { openWorker } from '../../sync-server/jobs/worker.ts';

const [, , url = '', name = '', password = ''] = process.argv;
const tell = (message: object): void => {
  process.send?.(message);
};
const peak = { rss: 0, heapUsed: 0 };
setInterval(() => {
  const now = process.memoryUsage();
  peak.rss = Math.max(peak.rss, now.rss);
  peak.heapUsed = Math.max(peak.heapUsed, now.heapUsed);
}, 100).unref();
const worker = openWorker(
  connectCouch(url, { name, password }),
  () => new Date().toISOString(),
  (line) => {
    console.error(line);
  },
);
process.on('message', () => {
  tell(peak);
});
await worker.start();
tell(peak);
