import { parentPort, workerData } from 'node:worker_threads';
import { SandboxHost } from './sandbox-host.ts';
import type { SandboxLimits, SandboxReply, SandboxRequest } from './sandbox-protocol.ts';

// Entry of the worker thread; the server passes its limits as workerData.
const host = await SandboxHost.create(workerData as SandboxLimits);
const port = parentPort;

port?.on('message', (request: SandboxRequest) => {
  const reply = (message: SandboxReply): void => port.postMessage(message);
  const { requestId } = request;
  if (!host.has(request.key)) {
    if (request.designText === undefined) {
      reply({ requestId, kind: 'unknownKey' });
      return;
    }
    host.load(request.key, request.designText);
  }
  reply({ requestId, kind: 'progress' });
  const verdicts = host.judge(request.key, request.batch, () => reply({ requestId, kind: 'progress' }));
  reply(verdicts === 'timeout' ? { requestId, kind: 'timeout' } : { requestId, kind: 'done', verdicts });
});
