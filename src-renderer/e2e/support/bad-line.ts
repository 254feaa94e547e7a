import { FaultProxy } from '../../../build/soak/fault-proxy.ts';
import type { Line } from '../../../build/soak/line.ts';
import { CLEAN_LINE } from '../../../build/soak/line.ts';

/** The line of one device to the server, which a test makes bad and good again. */
export class BadLine {
  readonly url: string;
  readonly #proxy: FaultProxy;

  private constructor(proxy: FaultProxy, port: number) {
    this.#proxy = proxy;
    this.url = `http://127.0.0.1:${String(port)}`;
  }

  static async open(serverUrl: string): Promise<BadLine> {
    const proxy = new FaultProxy(Number(new URL(serverUrl).port), {
      integer: (min) => min,
      chance: (percent) => percent > 0,
      // The worst moment: the server did it, and nobody hears of it.
      pick: (items) => items.find((item) => item === 'afterCommit') ?? items[0]!,
    });
    return new BadLine(proxy, await proxy.listen());
  }

  /** From now on the server does what it is asked, and every answer is lost. */
  loseAnswers(): void {
    this.#set({ brokenPercent: 100 });
  }

  /** A line on which sending takes so long that something can happen meanwhile. */
  slowDown(): void {
    this.#set({ roundTripMs: 400, bitsPerSecond: 64_000 });
  }

  mend(): void {
    this.#set({});
  }

  close(): Promise<void> {
    return this.#proxy.close();
  }

  #set(line: Partial<Line>): void {
    this.#proxy.line = { ...CLEAN_LINE, ...line };
  }
}
