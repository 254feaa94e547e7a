/** What a device keeps of the account it works for; answered by the sync server at enrolment and sign-in. */
export interface AccountInfo {
  /** User name in `_users`, for example `awa.diallo`. */
  readonly account: string;
  readonly displayName: string;
  readonly role: 'member' | 'supportTeam';
  /** The member's activity; `null` for the support team. */
  readonly activityId: string | null;
  /** CouchDB database behind each local collection this account may read. */
  readonly databases: {
    readonly book?: string;
    readonly commons: string;
    readonly office?: string;
    readonly network?: string;
    /** Where the receipts of this member's expenses go; no local collection stands for it. */
    readonly receipts?: string;
  };
  readonly device: {
    readonly id: string;
    /** Starts the invoice numbers issued on this device, for example `AB1`. */
    readonly prefix: string;
  };
  readonly cooperative: string;
  readonly isDemo: boolean;
}

/** Whether an answer of the server is an {@link AccountInfo}. */
export function isAccountInfo(value: unknown): value is AccountInfo {
  if (!isObject(value) || !isObject(value['databases']) || !isObject(value['device'])) return false;
  return (
    typeof value['account'] === 'string' &&
    typeof value['displayName'] === 'string' &&
    (value['role'] === 'member' || value['role'] === 'supportTeam') &&
    (value['activityId'] === null || typeof value['activityId'] === 'string') &&
    typeof value['databases']['commons'] === 'string' &&
    typeof value['device']['id'] === 'string' &&
    typeof value['device']['prefix'] === 'string' &&
    typeof value['cooperative'] === 'string' &&
    typeof value['isDemo'] === 'boolean'
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
