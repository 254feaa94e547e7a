import type { Side } from './judge.ts';
import type { SoakDevice } from './soak-device.ts';

/** A server that can be killed in the middle of anything and started again on its data, always on the same port. */
export interface KillableServer {
  readonly port: number;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** One device of a stage. */
export interface Role {
  readonly name: string;
  /** What the page is told when it is opened; undefined for a device that is opened step by step. */
  readonly enter: string | undefined;
  /** Whether it creates records too; all edit. */
  readonly isCreator: boolean;
}

/** Where a soak takes place: a server, the devices at it, and what each side holds in the end. */
export interface Stage {
  readonly server: KillableServer;
  /** The page of the devices, below `page/`. */
  readonly page: string;
  readonly roles: readonly Role[];
  /** How long the clean line may take until all sides have the same. */
  readonly settleLimitMs: number;
  /** Whether the devices are closed and opened again when that was not enough, and judged after that. */
  readonly isRestartAllowed: boolean;
  readonly readSides: (
    devices: readonly SoakDevice[],
    activityId: string,
  ) => Promise<{ readonly server: Side; readonly others: readonly Side[] }>;
}
