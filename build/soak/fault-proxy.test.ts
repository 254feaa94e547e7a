import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import { FaultProxy } from './fault-proxy.ts';
import type { Line } from './line.ts';
import { CLEAN_LINE } from './line.ts';

/** Every request breaks, always in the same way. */
const always = (fault: string): DemoRandom => ({
  integer: (min) => min,
  chance: (percent) => percent > 0,
  pick: (items) => items.find((item) => item === fault) ?? items[0]!,
});

interface Setup {
  readonly proxy: FaultProxy;
  readonly ask: (body?: string) => Promise<string>;
  /** Bodies that arrived at the server. */
  readonly arrived: readonly string[];
}

async function setUp(fault: string, line: Partial<Line>, answer = 'committed'): Promise<Setup> {
  const arrived: string[] = [];
  const handle = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', () => undefined);
    incoming.on('end', () => {
      arrived.push(Buffer.concat(chunks).toString());
      outgoing.end(answer);
    });
  };
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy = new FaultProxy((server.address() as AddressInfo).port, always(fault));
  const port = await proxy.listen();
  proxy.line = { ...CLEAN_LINE, ...line };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(async () => {
    agent.destroy();
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });
  const ask = (body = ''): Promise<string> =>
    new Promise((resolve, reject) => {
      const outgoing = request({ port, host: '127.0.0.1', method: 'POST', agent }, (incoming) => {
        let text = '';
        incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
        incoming.on('end', () => resolve(text));
        incoming.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return { proxy, ask, arrived };
}

describe('the fault proxy', () => {
  it('breaks before the request reaches the server', async () => {
    const { ask, arrived, proxy } = await setUp('beforeRequest', { brokenPercent: 100 });
    await expect(ask('x')).rejects.toThrow();
    expect(arrived).toEqual([]);
    expect(proxy.counts).toMatchObject({ requests: 1, broken: 1, bytesDown: 0 });
  });

  it('breaks after the server did it, without a byte of the answer', async () => {
    const { ask, arrived, proxy } = await setUp('afterCommit', { brokenPercent: 100 });
    await expect(ask('x')).rejects.toThrow();
    expect(arrived).toEqual(['x']);
    expect(proxy.counts).toMatchObject({ requests: 1, broken: 1, bytesDown: 0 });
  });

  it('breaks in the middle of the answer', async () => {
    const { ask, arrived, proxy } = await setUp('midAnswer', { brokenPercent: 100 }, 'x'.repeat(4_000));
    await expect(ask('x')).rejects.toThrow('aborted');
    expect(arrived).toEqual(['x']);
    expect(proxy.counts.bytesDown).toBeGreaterThan(1_000);
    expect(proxy.counts.bytesDown).toBeLessThan(4_000);
  });

  it('breaks nothing on a clean line, and counts every request and byte of one connection', async () => {
    const { ask, proxy } = await setUp('midAnswer', {});
    for (let round = 0; round < 3; round += 1) expect(await ask('y'.repeat(1_000))).toBe('committed');
    const { connections, requests, broken, bytesUp, bytesDown } = proxy.counts;
    expect({ connections, requests, broken }).toEqual({ connections: 1, requests: 3, broken: 0 });
    // Bodies and their headers.
    expect(bytesUp).toBeGreaterThan(3_000);
    expect(bytesUp).toBeLessThan(3_600);
    expect(bytesDown).toBeGreaterThan(3 * 'committed'.length);
    expect(bytesDown).toBeLessThan(900);
  });

  it('lets bytes through at the speed of the line', async () => {
    const { ask, proxy } = await setUp('', { bitsPerSecond: 800_000 }, 'z'.repeat(100_000));
    const started = performance.now();
    await ask();
    const seconds = (performance.now() - started) / 1000;
    const ideal = (proxy.counts.bytesDown * 8) / 800_000;
    expect(seconds).toBeGreaterThan(ideal * 0.9);
    expect(seconds).toBeLessThan(ideal * 1.1 + 0.05);
  });

  it('takes the round trip once for a request and its answer', async () => {
    const { ask } = await setUp('', { roundTripMs: 400 });
    const started = performance.now();
    await ask();
    const elapsed = performance.now() - started;
    expect(elapsed).toBeGreaterThan(360);
    expect(elapsed).toBeLessThan(1_000);
  });

  it('cuts connections at the end of their life', async () => {
    const { ask, proxy } = await setUp('', { lifetimeMs: 300, roundTripMs: 2_000 });
    const started = performance.now();
    await expect(ask()).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(proxy.counts.broken).toBe(0);
  });
});
