// Types of the few calls the vault makes; the published ones redeclare Node's Buffer for the whole project.
declare module 'pouchdb-core' {
  namespace PouchDB {
    type Plugin = object;

    interface Attachment {
      readonly content_type: string;
      readonly data?: string | Blob;
      /** `md5-` and the hash in base64, as CouchDB writes it. */
      readonly digest?: string;
    }

    interface Document {
      readonly _id: string;
      readonly _rev?: string;
      readonly _deleted?: boolean;
      readonly _attachments?: Readonly<Record<string, Attachment>>;
    }

    type Row =
      | {
          readonly id: string;
          readonly key: string;
          readonly value: { readonly rev: string; readonly deleted?: boolean };
          readonly doc?: Document | null;
        }
      | { readonly key: string; readonly error: string };

    type Written =
      | { readonly ok: boolean; readonly id: string; readonly rev: string }
      | { readonly error: string | boolean; readonly status?: number };

    interface ReplicationResult {
      readonly docs_written: number;
      /** Documents the target did not take. */
      readonly errors: readonly { readonly reason?: string; readonly message?: string }[];
    }

    interface Replication extends Promise<ReplicationResult> {
      on(event: 'change', listener: (sofar: ReplicationResult) => void): unknown;
      cancel(): void;
    }

    interface ReplicationOptions {
      readonly doc_ids: readonly string[];
      readonly batch_size: number;
      readonly batches_limit: number;
      readonly checkpoint: false;
    }

    type Revisions = Readonly<Record<string, readonly string[]>>;

    /** What replication hands to its target. */
    interface Revised {
      readonly docs: readonly (Document & {
        readonly _rev?: string;
        readonly _revisions?: { readonly start: number; readonly ids: readonly string[] };
      })[];
      readonly new_edits: false;
    }

    interface Database {
      get(
        id: string,
        options?: { readonly rev?: string; readonly conflicts?: true },
      ): Promise<Document & { readonly _rev: string; readonly _conflicts?: readonly string[] }>;
      put(document: Document): Promise<unknown>;
      allDocs(
        options: ({ keys: readonly string[] } | { startkey: string; endkey: string }) & {
          include_docs?: boolean;
          attachments?: boolean;
          binary?: boolean;
        },
      ): Promise<{ readonly rows: readonly Row[] }>;
      bulkDocs(documents: readonly Document[] | Revised): Promise<readonly Written[]>;
      /** Which revisions are not there; replication asks its target with it. */
      revsDiff(revisions: Revisions): Promise<Readonly<Record<string, { readonly missing: readonly string[] }>>>;
      getAttachment(id: string, name: string, options?: { readonly rev: string }): Promise<Blob>;
      readonly replicate: { to(target: Database, options: ReplicationOptions): Replication };
      destroy(): Promise<unknown>;
      close(): Promise<void>;
    }

    interface Options {
      readonly adapter: string;
      readonly auto_compaction?: boolean;
      /** A database elsewhere is not asked for, nor made, before its first use. */
      readonly skip_setup?: boolean;
      readonly fetch?: (url: string, options?: RequestInit) => Promise<Response>;
    }
  }

  const PouchDB: {
    new (name: string, options: PouchDB.Options): PouchDB.Database;
    plugin(plugin: PouchDB.Plugin): void;
  };
  export default PouchDB;
}

declare module 'pouchdb-adapter-idb' {
  const adapter: object;
  export default adapter;
}

declare module 'pouchdb-adapter-http' {
  const adapter: object;
  export default adapter;
}

declare module 'pouchdb-replication' {
  const replication: object;
  export default replication;
}
