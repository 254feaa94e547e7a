import { bookDatabase } from '../../shared/access/database-names.ts';
import { SillonProcess } from '../../sync-server/testing/server-process.ts';
import type { Stage } from './stage.ts';

/** The application: two devices of one member and the coordinator's, on a sync server with the demonstration. */
export function cooperativeStage(dataDir: string): Stage {
  return {
    server: new SillonProcess(dataDir, { isDemo: true }),
    page: 'soak-page.ts',
    roles: [
      { name: 'first', enter: 'lea.morvan', isCreator: true },
      { name: 'second', enter: 'lea.morvan', isCreator: true },
      { name: 'coordinator', enter: 'nadia.charpentier', isCreator: false },
    ],
    settleLimitMs: 240_000,
    isRestartAllowed: false,
    readSides: async (devices, activityId) => {
      const coordinator = devices.find(({ name }) => name === 'coordinator');
      if (coordinator === undefined) throw new Error('no coordinator');
      const read = (database: string) => coordinator.remote.server(database, activityId);
      const others = [];
      for (const { name, remote } of devices) others.push({ name, records: await remote.dump(activityId) });
      return {
        server: { name: 'server', records: await read(bookDatabase(activityId)) },
        others: [...others, { name: 'network', records: await read('network') }],
      };
    },
  };
}
