import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import type { Line, LineCounts } from './line.ts';
import { CLEAN_LINE } from './line.ts';
import { Shaper } from './shaper.ts';

type Fault = 'none' | 'beforeRequest' | 'afterCommit' | 'midAnswer';

const FAULTS: readonly Fault[] = ['beforeRequest', 'afterCommit', 'midAnswer'];
/** Small enough that two connections share a slow line fairly. */
const PACKET_BYTES = 1400;

/** A TCP proxy on loopback that counts, slows down and breaks what goes over it. */
export class FaultProxy {
  readonly counts: LineCounts = { connections: 0, requests: 0, broken: 0, bytesUp: 0, bytesDown: 0 };
  readonly #server: Server;
  readonly #targetPort: number;
  readonly #random: DemoRandom;
  readonly #sockets = new Set<Socket>();
  #line: Line = CLEAN_LINE;
  readonly #up = new Shaper();
  readonly #down = new Shaper();

  constructor(targetPort: number, random: DemoRandom) {
    this.#targetPort = targetPort;
    this.#random = random;
    this.#server = createServer((client) => {
      this.#accept(client);
    });
  }

  /** Listens on a free port of loopback; resolves with it. */
  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        if (address === null || typeof address === 'string') throw new Error('no port');
        resolve(address.port);
      });
    });
  }

  /** Changes the line for everything that is sent from now on; open connections stay. */
  set line(line: Line) {
    this.#line = line;
    for (const way of [this.#up, this.#down]) way.change(line.bitsPerSecond, line.roundTripMs / 2);
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  #accept(client: Socket): void {
    const server = connect(this.#targetPort, '127.0.0.1');
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    this.counts.connections += 1;
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', cut);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        cut();
      });
    }
    if (Number.isFinite(this.#line.lifetimeMs)) setTimeout(cut, this.#line.lifetimeMs).unref();
    let isRequestUnderWay = false;
    let fault: Fault = 'none';
    client.on('data', (chunk: Buffer) => {
      if (!isRequestUnderWay) {
        isRequestUnderWay = true;
        fault = this.#nextFault();
        if (fault === 'beforeRequest') {
          cut();
          return;
        }
      }
      this.counts.bytesUp += chunk.length;
      for (const packet of packets(chunk)) this.#up.pass(packet.length, () => write(server, packet));
    });
    server.on('data', (chunk: Buffer) => {
      isRequestUnderWay = false;
      if (fault === 'afterCommit') {
        cut();
        return;
      }
      const sent = fault === 'midAnswer' ? chunk.subarray(0, Math.floor(chunk.length / 2)) : chunk;
      this.counts.bytesDown += sent.length;
      for (const packet of packets(sent)) this.#down.pass(packet.length, () => write(client, packet));
      if (fault === 'midAnswer') this.#down.pass(0, cut);
    });
  }

  #nextFault(): Fault {
    this.counts.requests += 1;
    if (!this.#random.chance(this.#line.brokenPercent)) return 'none';
    this.counts.broken += 1;
    return this.#random.pick(FAULTS);
  }
}

function packets(chunk: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let start = 0; start < chunk.length; start += PACKET_BYTES) {
    found.push(chunk.subarray(start, start + PACKET_BYTES));
  }
  return found;
}

function write(socket: Socket, packet: Buffer): void {
  if (!socket.destroyed) socket.write(packet);
}
