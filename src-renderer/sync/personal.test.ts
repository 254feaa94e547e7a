import 'fake-indexeddb/auto';
import './testing/online-navigator.ts';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { unwrap } from '../../shared/core/result.ts';
import { TestDevice } from '../../sync-server/testing/test-device.ts';
import type { TestServer } from '../../sync-server/testing/test-server.ts';
import { startTestServer } from '../../sync-server/testing/test-server.ts';
import type { BookStore } from '../data/book-store.ts';
import { saveWithholdingRate, voidWithholdingRate } from '../data/commands/pay/save-withholding-rate.ts';
import { openStore } from '../data/open-store.ts';
import { until } from '../data/testing/fresh-store.ts';
import { browserSurroundings, browserTimers } from './browser-surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { SyncEngine } from './sync-engine.ts';
import { pathOf } from './testing/path-of.ts';

const PASSWORD = 'champ de lin bleu';
/** A minute of the exchange is a fifth of a second here; what waits for an answer waits as long as ever. */
const FASTER = 300;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Person {
  readonly store: BookStore;
  readonly requests: string[];
  readonly line: { isThere: boolean };
  readonly close: () => Promise<void>;
}

let opened = 0;

/** A device with the application's own store and exchange of everything. */
async function open(request: object): Promise<Person> {
  const { code } = await server.enrol(request);
  const client = new TestDevice(server.url);
  const account = await client.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'Portable' });
  opened += 1;
  const store = await openStore(account, undefined, `personal-${String(opened)}`);
  const requests: string[] = [];
  const line = { isThere: true };
  const send = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (!line.isThere) return Promise.reject(new TypeError('offline'));
    requests.push(pathOf(input));
    return client.fetch(pathOf(input), init);
  };
  const around: Surroundings = {
    ...browserSurroundings(send),
    page: { isOnline: () => true, isVisible: () => true, savesData: () => false, watch: () => () => undefined },
    timers: {
      ...browserTimers,
      after: (milliseconds, callback) =>
        browserTimers.after(milliseconds === 60_000 ? milliseconds / FASTER : milliseconds, callback),
    },
  };
  const engine = new SyncEngine(store, around);
  void engine.start();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= engine.stop().then(() => store.close()));
  onTestFinished(close);
  return { store, requests, line, close };
}

const ratesOf = ({ store }: Person) => store.personal.list('withholdingRate');
const of = ({ requests }: Person, part: string) => requests.filter((path) => path.includes(part));

it('what is personal reaches its person and the support team, offline and back, and costs nobody a request before', async () => {
  const ada = await open({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  const ben = await open({ name: 'Ben Roux', activityId: ada.store.parts.account.activityId ?? '' });
  const claire = await open({ name: 'Claire Le Goff', isSupport: true });
  const idle = (): boolean => [ada, ben, claire].every((person) => of(person, '/commons/').length > 4);
  await until(idle);
  expect([ada, ben, claire].flatMap((person) => of(person, '/person-').concat(of(person, '/office/')))).toEqual([]);

  claire.line.isThere = false;
  const body = { person: 'ada.fall', kind: 'own', ratePpm: 38_000, source: 'CRM du 3 mars' } as const;
  const made = unwrap(await saveWithholdingRate(claire.store, undefined, '2026-03-01', body));
  await until(() => ratesOf(claire).length === 1);
  expect(await saveWithholdingRate(claire.store, undefined, '2026-03-01', body)).toMatchObject({
    error: { code: 'withholding.sameDay', details: { date: '2026-03-01' } },
  });
  claire.line.isThere = true;

  await until(() => ratesOf(ada).length === 1 && claire.store.personal.pendingCount === 0);
  expect(ratesOf(ada)[0]?.body).toEqual(body);
  expect(claire.store.parts.images.network?.pendingCount).toBe(0);

  // Who works in the same activity has nothing of it, and was never told that there is something.
  const count = of(ben, '/commons/').length;
  await until(() => of(ben, '/commons/').length > count + 3);
  expect(of(ben, '/person-').concat(of(ben, '/office/'))).toEqual([]);
  expect(ratesOf(ben)).toEqual([]);
  await ben.close();

  // Another coordinator changes it, and takes it back.
  const nadia = await open({ name: 'Nadia Roy', isSupport: true });
  await until(() => ratesOf(nadia).length === 1);
  const seen = ratesOf(nadia)[0];
  if (seen === undefined) throw new Error('no rate');
  unwrap(await saveWithholdingRate(nadia.store, seen, seen.date, { ...body, ratePpm: 41_000 }));
  await until(() => [ada, claire].every((person) => ratesOf(person)[0]?.body.ratePpm === 41_000));
  await until(() => nadia.store.personal.pendingCount === 0);
  unwrap(await voidWithholdingRate(claire.store, ratesOf(claire)[0] ?? made));
  await until(() => ratesOf(ada)[0]?.status === 'voided');

  // Idle again: nobody asks for what nobody told of.
  await until(() => claire.store.personal.pendingCount === 0);
  const before = of(ada, '/person-').length;
  const asked = of(ada, '/commons/').length;
  await until(() => of(ada, '/commons/').length > asked + 5);
  expect(of(ada, '/person-').length - before).toBeLessThanOrEqual(1);
});
