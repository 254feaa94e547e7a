/** A write that a device acknowledged. */
export interface SoakWrite {
  readonly id: string;
  readonly edit: string;
  /** Edits of the version it was made on, newest first. */
  readonly ancestors: readonly string[];
  readonly label: string;
  readonly note: string;
}

/** A record as one side holds it. */
export interface DumpedRecord {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  /** Newest first. */
  readonly edits: readonly string[];
  /** The body as text, to look typed values up in. */
  readonly text: string;
}

/** Where the exchange of a device stands. */
export interface DeviceState {
  readonly phase: string;
  readonly pending: number;
  /** Whether all records were read from the disk. */
  readonly isComplete: boolean;
}

/** What the page of a device does for the soak; it drives the application's own store and exchange. */
export interface SoakPage {
  readonly enter: (account: string) => Promise<void>;
  /** Opens the account that was open before a reload. */
  readonly reopen: () => Promise<void>;
  readonly create: (label: string, activityId: string) => Promise<SoakWrite>;
  /** Changes one field of an entry of the soak; undefined when there is none or it was just changed elsewhere. */
  readonly edit: (position: number, field: 'label' | 'note', text: string) => Promise<SoakWrite | undefined>;
  readonly state: () => DeviceState;
  readonly syncNow: () => void;
  readonly activityId: () => string | null;
  readonly dump: (activityId: string) => DumpedRecord[] | Promise<DumpedRecord[]>;
  readonly server: (database: string, activityId: string) => Promise<DumpedRecord[]>;
}
