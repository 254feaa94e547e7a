import { ACTIVITY, BOOK, memberAccount, userOf } from './people.ts';
import type { Place } from './place.ts';
import { begin } from './place.ts';

const HOUR_MS = 3_600_000;

export function killServer(place: Place): void {
  const { world, story, cooperative } = place;
  const { actor } = cooperative.server;
  if (actor?.isAlive !== true) return;
  const turns = world.random.integer(1, 300);
  story.tell('server', `dies after ${String(turns)} more turns`);
  actor.onDeath(() => {
    story.tell('server', 'is dead');
    world.afterFor(world.self, world.random.integer(500, 40_000), () => {
      restart(place);
    });
  });
  actor.dieAfter(turns);
}

/** Starts the server again, unless somebody did. */
export function restart(place: Place): void {
  const { world, story, cooperative } = place;
  const { server } = cooperative;
  if (server.isUp) return;
  story.tell('server', 'is started again');
  const skew = world.random.chance(20) ? world.random.integer(-2, 2) * HOUR_MS : 0;
  begin(place, server.start([ACTIVITY], skew));
}

export function fillServerDisk({ world, story, cooperative }: Place): void {
  story.tell('server', 'the disk is full');
  cooperative.server.fillDisk();
  world.afterFor(world.self, world.random.integer(100, 30_000), () => {
    story.tell('server', 'the disk has room again');
    cooperative.server.freeDisk();
  });
}

/** Another client with the member's password tries what no device of ours does; all of it is refused. */
export function meddle(place: Place): void {
  begin(place, tryToMeddle(place));
}

async function tryToMeddle({ world, cooperative, story }: Place): Promise<void> {
  const [desk] = cooperative.computers;
  const store = [...(desk?.windows ?? [])][0]?.store;
  const record = [...(store?.book.all() ?? [])].find(({ rev, type }) => rev !== '' && type === 'ledgerEntry');
  if (record === undefined) return;
  const user = userOf(memberAccount('other', 'ZZ1'));
  const path = `/${BOOK}/${encodeURIComponent(record.id)}`;
  const attempts = [
    { what: 'attaches a file', method: 'PUT', path: `${path}/file.txt?rev=${record.rev}`, body: '"text"' },
    { what: 'deletes', method: 'DELETE', path: `${path}?rev=${record.rev}` },
    {
      what: 'brings a revision of its own',
      method: 'POST',
      path: `/${BOOK}/_bulk_docs`,
      body: JSON.stringify({
        new_edits: false,
        docs: [{ _id: record.id, _rev: '9-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }],
      }),
    },
  ];
  const { what, ...asked } = world.random.pick(attempts);
  story.tell('another client', `${what}: ${record.id}`);
  const answer = await cooperative.server.ask({ ...asked, user });
  story.answer(answer?.text ?? '');
}
