import { DatabaseSync } from 'node:sqlite';
import { seedRandom } from '../../shared/demo/demo-random.ts';
import type { Couch } from '../../sync-server/couch/connect.ts';
import { openDatabase } from '../../sync-server/couch/couch-database.ts';
import type { CouchRequest } from '../../sync-server/couch/couch-request.ts';
import { provisionBook, provisionServer } from '../../sync-server/rules/provision.ts';
import type { EmbeddedApp } from '../../sync-server/embedded/embedded-app.ts';
import { dispatch } from '../../sync-server/embedded/http/dispatch.ts';
import { Router } from '../../sync-server/embedded/http/router.ts';
import { defaultLimits } from '../../sync-server/embedded/limits.ts';
import { allRoutes } from '../../sync-server/embedded/routes/all-routes.ts';
import { ChangeNotifier } from '../../sync-server/embedded/store/change-notifier.ts';
import { DocumentWriter } from '../../sync-server/embedded/store/document-writer.ts';
import { SCHEMA_SQL } from '../../sync-server/embedded/store/schema.ts';
import { Sql } from '../../sync-server/embedded/store/sql.ts';
import { DocumentValidation } from '../../sync-server/embedded/validate/document-validation.ts';
import { ViewRegistry } from '../../sync-server/embedded/views/view-registry.ts';
import type { FingerprintReader } from '../../sync-server/fingerprints/read-fingerprints.ts';
import { openFingerprints } from '../../sync-server/fingerprints/read-fingerprints.ts';
import type { Worker } from '../../sync-server/jobs/worker.ts';
import { openWorker } from '../../sync-server/jobs/worker.ts';
import { Actor } from './actor.ts';
import { nativeRules } from './native-rules.ts';
import { SERVER_ADMIN } from './people.ts';
import type { ServerAnswer, ServerRequest } from './server-exchange.ts';
import { ServerExchange } from './server-exchange.ts';
import type { World } from './world.ts';

const ROOM_PAGES = 3;
const router = new Router(allRoutes);

/** One life of the server: what runs between two of its starts. */
interface Life {
  readonly actor: Actor;
  readonly app: EmbeddedApp;
  readonly couch: Couch;
  readonly worker: Worker;
  readonly fingerprints: FingerprintReader;
}

/** The sync server and its worker in one process, over a database that outlives them. */
export class SimulatedServer {
  readonly #world: World;
  readonly #file = openMemory();
  readonly #log: (line: string) => void;
  #life: Life | undefined;

  constructor(world: World, log: (line: string) => void) {
    this.#world = world;
    this.#log = log;
  }

  get actor(): Actor | undefined {
    return this.#life?.actor;
  }

  get isUp(): boolean {
    return this.#life?.actor.isAlive === true;
  }

  /** Starts it, on what is durable. `prepare` makes the databases of these activities first. */
  async start(activities: readonly string[], clockSkewMs = 0): Promise<void> {
    const actor = new Actor('server', seedRandom(`server ${String(this.#world.random.integer(0, 1e9))}`));
    actor.clockSkewMs = clockSkewMs;
    const life = this.#world.within(actor, () => this.#openLife(actor));
    this.#life = life;
    await this.#world.begin(actor, async () => {
      await provisionServer(life.couch);
      for (const activity of activities) await provisionBook(life.couch, activity);
      await life.worker.start();
    });
  }

  die(): void {
    this.#life?.actor.die();
  }

  /** No page more than a few fits on the disk from now on. */
  fillDisk(): void {
    const { page_count: count } = this.#file.prepare('PRAGMA page_count').get() as { page_count: number };
    this.#file.exec(`PRAGMA max_page_count = ${String(count + ROOM_PAGES)}`);
  }

  freeDisk(): void {
    this.#file.exec('PRAGMA max_page_count = 1073741823');
  }

  /** Carries a request out, in a task of the server. */
  take(asked: ServerRequest): ServerExchange {
    const exchange = new ServerExchange(asked);
    const life = this.#life;
    if (life?.actor.isAlive !== true) exchange.cut();
    else {
      life.actor.onDeath(() => {
        this.#world.within(this.#world.self, () => {
          exchange.cut();
        });
      });
      this.#world.afterFor(life.actor, 0, () => {
        void (asked.path.startsWith('/api/check/') ? answerCheck(life, exchange, asked) : this.#answer(life, exchange));
      });
    }
    return exchange;
  }

  /** What a database holds, design documents left out; only while the server is up. */
  async readAll(database: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const life = this.#requireLife();
    const { results } = await this.#world.begin(life.actor, () =>
      life.couch.request<{ results: { id: string; changes: unknown[]; doc: Record<string, unknown> }[] }>({
        db: database,
        path: '_changes',
        query: { style: 'all_docs', include_docs: true },
      }),
    );
    const rows = results.filter(({ id }) => !id.startsWith('_design/'));
    for (const { id, changes } of rows) {
      if (changes.length !== 1) throw new Error(`${id} has ${String(changes.length)} revisions side by side`);
    }
    return rows.map(({ doc }) => doc);
  }

  /** One request of somebody who is no device of ours: the administrator, or another client. */
  async ask(asked: ServerRequest): Promise<ServerAnswer | undefined> {
    return this.take(asked).answer;
  }

  /** Books that the worker has not copied yet, or could not. */
  get unfinished(): readonly string[] {
    const { worker } = this.#requireLife();
    const failing = worker.failing().map(({ book, reason }) => `${book} fails: ${reason}`);
    return worker.pending() > 0 ? [...failing, 'books wait to be copied'] : failing;
  }

  #requireLife(): Life {
    if (this.#life?.actor.isAlive !== true) throw new Error('the server is down');
    return this.#life;
  }

  #openLife(actor: Actor): Life {
    const app = openApp(this.#file, this.#log);
    const couch = openCouch((asked) => this.#askWithin(actor, app, asked));
    const worker = openWorker(couch, () => new Date().toISOString(), this.#log);
    return { actor, app, couch, worker, fingerprints: openFingerprints(couch) };
  }

  async #askWithin(actor: Actor, app: EmbeddedApp, asked: ServerRequest): Promise<ServerAnswer> {
    const exchange = new ServerExchange(asked);
    await new Promise<void>((resolve) => this.#world.afterFor(actor, 0, resolve));
    await dispatch(app, router, exchange.request, exchange.response);
    const answer = await exchange.answer;
    if (answer === undefined) throw new Error('cut');
    return answer;
  }

  async #answer({ app }: Life, exchange: ServerExchange): Promise<void> {
    await dispatch(app, router, exchange.request, exchange.response).catch((error: unknown) => {
      this.#log(`error: ${String(error)}`);
      exchange.cut();
    });
  }
}

async function answerCheck(life: Life, exchange: ServerExchange, { path }: ServerRequest): Promise<void> {
  const [, , , database = '', month] = path.split('/');
  const note = (): void => undefined;
  const { response } = exchange;
  try {
    const lines = await (month === undefined
      ? life.fingerprints.months(database, note)
      : life.fingerprints.month(database, month, note));
    response.writeHead(lines === undefined ? 503 : 200);
    response.end(JSON.stringify(lines ?? {}));
  } catch {
    response.writeHead(500);
    response.end('{}');
  }
}

function openMemory(): DatabaseSync {
  const file = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  file.exec(`BEGIN; ${SCHEMA_SQL} COMMIT;`);
  return file;
}

function openApp(file: DatabaseSync, log: (line: string) => void): EmbeddedApp {
  const sql = new Sql(file);
  const notifier = new ChangeNotifier();
  const validation = new DocumentValidation(sql, nativeRules, defaultLimits.validateSliceChars);
  const identify = (request: { readonly user: unknown }): Promise<object> =>
    Promise.resolve({ user: request.user, renewal: undefined });
  return {
    sql,
    notifier,
    validation,
    writer: new DocumentWriter(sql, notifier, validation),
    views: new ViewRegistry(sql, defaultLimits.validateTimeoutMs),
    // Who asks is known: sign-in is not simulated.
    accounts: {} as unknown as EmbeddedApp['accounts'],
    authenticator: { identify } as unknown as EmbeddedApp['authenticator'],
    limits: defaultLimits,
    serverUuid: 'simulated',
    closing: new AbortController().signal,
    log,
  };
}

/** CouchDB as the worker sees it, without a wire. */
function openCouch(ask: (asked: ServerRequest) => Promise<ServerAnswer>): Couch {
  const request = async <T>({ db, path, method, query, body }: CouchRequest): Promise<T> => {
    const values = Object.entries(query ?? {}).map(([name, value]) => [name, toQueryText(name, value)]);
    const search = values.length === 0 ? '' : `?${new URLSearchParams(values).toString()}`;
    const place = `/${[db, path].filter((part) => part !== undefined).join('/')}`;
    const { status, text } = await ask({
      method: method ?? 'GET',
      path: place + search,
      user: SERVER_ADMIN,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (status < 400) return answer as T; // as CouchDB answers
    const { reason = text } = answer as { reason?: string };
    throw Object.assign(new Error(reason), { statusCode: status });
  };
  return {
    url: 'http://simulated',
    request,
    database: (name) => openDatabase(name, request),
    listDatabases: () => request<string[]>({ path: '_all_dbs' }),
    signIn: () => Promise.resolve(),
  };
}

/** Keys are JSON, as nano prints them. */
function toQueryText(name: string, value: unknown): string {
  return ['startkey', 'endkey', 'key', 'keys'].includes(name) ? JSON.stringify(value) : String(value);
}
