import { PlainServer } from './plain-server.ts';
import type { PlainPlace, Variant } from './page/plain-contract.ts';
import type { Stage } from './stage.ts';

/** A comparison: three devices of one variant at one database without our rules. */
export function plainStage(dataDir: string, variant: Variant): Stage {
  const server = new PlainServer(dataDir);
  const place: PlainPlace = { variant, path: '/plain', authorization: server.authorization };
  const enter = JSON.stringify(place);
  return {
    server,
    page: 'plain-page.ts',
    roles: [
      { name: 'first', enter, isCreator: true },
      { name: 'second', enter, isCreator: true },
      { name: 'third', enter, isCreator: false },
    ],
    settleLimitMs: 60_000,
    isRestartAllowed: true,
    readSides: async (devices, activityId) => {
      const [first] = devices;
      const records = (await first?.remote.server('plain', activityId)) ?? [];
      const others = [];
      for (const { name, remote } of devices) others.push({ name, records: await remote.dump(activityId) });
      return { server: { name: 'server', records }, others };
    },
  };
}
