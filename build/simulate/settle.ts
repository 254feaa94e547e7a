import type { JsonValue } from '../../shared/core/canonical-json.ts';
import { toCanonicalJson } from '../../shared/core/canonical-json.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { wishCheck } from '../../src-renderer/sync/check-runner.ts';
import { fromWire } from '../../src-renderer/sync/wire-record.ts';
import type { WireRecord } from '../../src-renderer/sync/wire-record.ts';
import type { Cooperative } from './cooperative.ts';
import { BOOK } from './people.ts';
import type { Place } from './place.ts';
import { restart } from './server-steps.ts';

const LOOK_EVERY_MS = 1_000;
/** Devices compare once a day by themselves; here they are asked to. */
const COMPARED_EVERY_MS = 60_000;
/** Longer than every pause and every look of the exchange together. */
const LONGEST_MS = 20 * 60_000;

/** What the server holds once everything is quiet. */
export interface Truth {
  readonly commons: readonly AnyRecord[];
  readonly book: readonly AnyRecord[];
  readonly network: readonly AnyRecord[];
}

/**
 * Nothing goes wrong any more; waits until every side holds the same and nothing waits. Throws with what still differs when that
 * takes longer than anything may.
 */
export async function settle(place: Place): Promise<Truth> {
  const { world, cooperative } = place;
  heal(place);
  const end = world.now + LONGEST_MS;
  let comparedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    await world.sleep(LOOK_EVERY_MS);
    const waiting = findWaiting(cooperative);
    const differing = waiting.length > 0 ? waiting : await compare(cooperative);
    if ('book' in differing) {
      cooperative.lostOnDisk.clear();
      return differing;
    }
    if (isOnlyLost(differing, cooperative) && world.now > comparedAt + COMPARED_EVERY_MS) {
      comparedAt = world.now;
      askForComparison(place);
    }
    if (world.now > end) throw new Error(`waits for ever: ${differing.slice(0, 6).join('; ')}`);
  }
}

function heal(place: Place): void {
  const { world, story, cooperative } = place;
  story.tell('everything', 'is mended, and may settle');
  cooperative.server.freeDisk();
  restart(place);
  cooperative.server.actor?.dieAfter(Number.POSITIVE_INFINITY);
  for (const computer of cooperative.computers) {
    computer.disk.isFull = false;
    for (const { actor } of computer.windows) actor.dieAfter(Number.POSITIVE_INFINITY);
    computer.line.faultPercent = 0;
    computer.line.mend();
    // A line may come back without the browser noticing.
    if (world.random.chance(50)) computer.tellOnline();
    if (computer.windows.size === 0) computer.open();
  }
}

function askForComparison({ world, story, cooperative }: Place): void {
  for (const { windows } of cooperative.computers) {
    for (const { actor, store } of [...windows].slice(0, 1)) {
      if (store === undefined) continue;
      story.tell(actor.name, 'asks for a comparison with the server');
      void world.begin(actor, () => wishCheck(store).catch(() => undefined));
    }
  }
}

/** Whether nothing differs but what a disk lost: all else has to come without a comparison. */
function isOnlyLost(differing: readonly string[], { lostOnDisk }: Cooperative): boolean {
  return differing.every((line) => [...lostOnDisk].some((id) => line.endsWith(lacks(id))));
}

/** Cheap to see: who is not done yet. */
function findWaiting({ computers, server, refused }: Cooperative): readonly string[] {
  const waiting: string[] = [];
  if (!server.isUp) return ['the server is down'];
  waiting.push(...server.unfinished);
  for (const computer of computers) {
    for (const { actor, store } of computer.windows) {
      if (store === undefined) waiting.push(`${actor.name} is opening`);
      else {
        for (const [name, image] of Object.entries(store.parts.images)) {
          if (!image.isComplete) waiting.push(`${actor.name} still reads ${name}`);
          const pending = [...image.all()].filter(({ id, isPending }) => isPending === true && !refused.has(id));
          for (const { id } of pending) waiting.push(`${actor.name} has ${id} to send`);
        }
      }
    }
  }
  return waiting;
}

async function compare({ computers, server, refused }: Cooperative): Promise<Truth | readonly string[]> {
  const [commons, book, network] = [
    await read(server, 'commons'),
    await read(server, BOOK),
    await read(server, 'network'),
  ];
  const truth = { commons, book, network };
  const differing = differ('the network', textsOf(network), textsOf(book));
  for (const computer of computers) {
    for (const { actor, store } of computer.windows) {
      for (const [name, image] of Object.entries(store?.parts.images ?? {})) {
        // Nobody writes anything personal in these lives.
        if (name === 'office' || name === 'person') continue;
        const wanted = textsOf(truth[name as keyof Truth]);
        differing.push(
          ...differ(`${actor.name} ${name}`, textsOf([...image.all()].filter(({ id }) => !refused.has(id))), wanted),
        );
      }
    }
  }
  return differing.length > 0 ? differing : truth;
}

async function read(server: Cooperative['server'], database: string): Promise<AnyRecord[]> {
  const documents = await server.readAll(database);
  return documents.map((document) => {
    const { _deleted, ...record } = fromWire(document as unknown as WireRecord); // as the server keeps records
    return '_attachments' in document ? { ...record, _attachments: true } : record;
  });
}

/** Each record in one text, by id. */
export function textsOf(records: readonly AnyRecord[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { isPending, ...record } of records) {
    texts.set(record.id, toCanonicalJson({ ...record, isPending: isPending === true } as unknown as JsonValue)); // a record is JSON
  }
  return texts;
}

function differ(who: string, has: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string[] {
  const ids = new Set([...has.keys(), ...wanted.keys()]);
  return [...ids].flatMap((id) => {
    if (has.get(id) === wanted.get(id)) return [];
    if (!has.has(id)) return [who + lacks(id)];
    const version = versionOf(has.get(id));
    const other = wanted.get(id);
    if (other === undefined) return [`${who} alone has ${id} ${version}`];
    return [`${who} has another ${id}: ${version} instead of ${versionOf(other)}`];
  });
}

function lacks(id: string): string {
  return ` lacks ${id}`;
}

/** Revision, newest edit and status of a record in its text. */
function versionOf(text = '{}'): string {
  const { rev, edits, status } = JSON.parse(text) as Partial<AnyRecord>;
  return `${rev === undefined || rev === '' ? 'never sent' : rev.slice(0, 8)} ${edits?.[0] ?? ''} ${status ?? ''}`;
}
