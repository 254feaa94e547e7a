import type { UserContext } from '../../sync-server/embedded/auth/user-context.ts';
import { pathOf } from '../../src-renderer/sync/testing/path-of.ts';
import type { Actor } from './actor.ts';
import { chooseFault } from './faults.ts';
import type { Fault } from './faults.ts';
import type { SimulatedServer } from './server.ts';
import type { ServerAnswer } from './server-exchange.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** A browser opens no more to one server. */
const MOST_CONNECTIONS = 6;
const QUICKEST_MS = 5;
const QUICK_MS = 120;

/** One request of a window, until its answer is in its hands. */
interface Sending {
  readonly owner: Actor;
  readonly path: string;
  readonly body: string | undefined;
  readonly settle: (answer: ServerAnswer | Error, isWhole?: boolean) => void;
  isOver: boolean;
  cut: () => void;
}

/** The line of one computer to the server: it is cut, it breaks, and the server's answers come late, twice or not at all. */
export class Line {
  isCut = false;
  /** So many requests in a hundred go wrong. */
  faultPercent = 0;
  /** How many looks for changes arrived, those of the bell left out. */
  looks = 0;
  readonly #world: World;
  readonly #server: SimulatedServer;
  readonly #story: Story;
  readonly #name: string;
  readonly #user: UserContext;
  readonly #underWay = new Set<Sending>();
  readonly #queued: Sending[] = [];

  constructor(world: World, server: SimulatedServer, story: Story, name: string, user: UserContext) {
    this.#world = world;
    this.#server = server;
    this.#story = story;
    this.#name = name;
    this.#user = user;
  }

  /** Requests under way get no answer any more, and no other goes out. */
  cut(): void {
    this.isCut = true;
    for (const sending of [...this.#underWay]) this.#break(sending);
  }

  mend(): void {
    this.isCut = false;
  }

  /** As a browser's `fetch`, for the window that runs. */
  readonly fetch: typeof fetch = (input, init = {}) =>
    new Promise((resolve, reject) => {
      const owner = this.#world.current;
      const body =
        init.body instanceof ArrayBuffer ? Buffer.from(init.body).toString() : (init.body as string | undefined);
      const sending: Sending = {
        owner,
        path: pathOf(input),
        body: body ?? undefined,
        isOver: false,
        cut: () => undefined,
        settle: (answer, isWhole = true) => {
          if (!this.#end(sending)) return;
          this.#world.afterFor(owner, 0, () => {
            if (answer instanceof Error) reject(answer);
            else resolve(toResponse(answer, isWhole));
          });
        },
      };
      init.signal?.addEventListener('abort', () => {
        if (this.#end(sending)) reject(init.signal?.reason as Error);
      });
      owner.onDeath(() => {
        this.#end(sending);
      });
      this.#queued.push(sending);
      this.#next();
    });

  #next(): void {
    while (this.#underWay.size < MOST_CONNECTIONS) {
      const sending = this.#queued.shift();
      if (sending === undefined) return;
      if (sending.isOver) continue;
      this.#underWay.add(sending);
      void this.#world.within(this.#world.self, () => this.#carry(sending));
    }
  }

  /** False when it was over already. */
  #end(sending: Sending): boolean {
    if (sending.isOver) return false;
    sending.isOver = true;
    this.#underWay.delete(sending);
    this.#world.within(this.#world.self, sending.cut);
    this.#next();
    return true;
  }

  #break(sending: Sending): void {
    sending.settle(new TypeError('the connection broke'));
  }

  async #carry(sending: Sending): Promise<void> {
    const { random } = this.#world;
    const fault = random.chance(this.faultPercent) ? chooseFault(random) : undefined;
    const tell = (what: string): void => {
      this.#story.request(`${this.#name}/${sending.owner.name}`, sending.path, sending.body, what);
    };
    await this.#world.sleep(random.integer(QUICKEST_MS, QUICK_MS) + (fault?.lateMs ?? 0));
    if (!this.#underWay.has(sending)) return;
    if (this.isCut || fault?.kind === 'lostBefore') {
      tell('never arrived');
      this.#break(sending);
      return;
    }
    if (fault?.kind === 'status' && !fault.isAfter) {
      tell(`answered ${String(fault.answer.status)}`);
      sending.settle(fault.answer);
      return;
    }
    const answer = await this.#ask(sending, fault);
    if (!this.#underWay.has(sending)) return;
    await this.#world.sleep(random.integer(QUICKEST_MS, QUICK_MS));
    if (!this.#underWay.has(sending)) return;
    this.#hand(sending, answer, fault, tell);
  }

  async #ask(sending: Sending, fault: Fault | undefined): Promise<ServerAnswer | undefined> {
    const path = sending.path.replace(/^\/couch/, '');
    const send = (): Promise<ServerAnswer | undefined> => {
      const method = sending.body === undefined ? 'GET' : 'POST';
      const exchange = this.#server.take({
        method,
        path,
        user: this.#user,
        ...(sending.body !== undefined && { body: sending.body }),
      });
      sending.cut = () => {
        exchange.cut();
      };
      return exchange.answer;
    };
    if (path.includes('_changes') && !path.includes('feed=longpoll')) this.looks += 1;
    if (fault?.kind === 'twice') await send();
    return send();
  }

  #hand(
    sending: Sending,
    answer: ServerAnswer | undefined,
    fault: Fault | undefined,
    tell: (what: string) => void,
  ): void {
    if (answer === undefined || fault?.kind === 'lostAfter') {
      tell(answer === undefined ? 'the server went away' : 'carried out, the answer lost');
      this.#break(sending);
    } else if (fault?.kind === 'silent') {
      tell('carried out, never answered');
    } else if (fault?.kind === 'status') {
      tell(`carried out, answered ${String(fault.answer.status)}`);
      sending.settle(fault.answer);
    } else {
      const isWhole = fault?.kind !== 'half';
      tell(
        `${String(answer.status)}${isWhole ? '' : ', cut in the middle'}${fault?.kind === 'twice' ? ', carried out twice' : ''}`,
      );
      this.#story.answer(answer.text);
      sending.settle(answer, isWhole);
    }
  }
}

/** What the exchange reads of a response. */
function toResponse({ status, text }: ServerAnswer, isWhole: boolean): Response {
  const read = (): Promise<string> =>
    isWhole ? Promise.resolve(text) : Promise.reject(new TypeError('the connection broke'));
  const retryAfter = status === 429 || status === 503 ? '2' : null;
  const response = {
    status,
    ok: status < 300,
    headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : null) },
    text: read,
    json: async () => JSON.parse(await read()) as unknown,
  };
  return response as unknown as Response; // the members that are read
}
