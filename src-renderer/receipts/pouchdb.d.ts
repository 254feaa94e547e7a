// Types of the few calls the vault makes; the published ones redeclare Node's Buffer for the whole project.
declare module 'pouchdb-core' {
  namespace PouchDB {
    type Plugin = object;

    interface Attachment {
      readonly content_type: string;
      readonly data: string | Blob;
    }

    interface Document {
      readonly _id: string;
      readonly _rev?: string;
      readonly _attachments?: Readonly<Record<string, Attachment>>;
    }

    type Row =
      | {
          readonly id: string;
          readonly key: string;
          readonly value: { readonly rev: string };
          readonly doc?: Document | null;
        }
      | { readonly key: string; readonly error: string };

    type Written =
      | { readonly ok: boolean; readonly id: string; readonly rev: string }
      | { readonly error: string | boolean; readonly status?: number };

    interface Database {
      get(id: string): Promise<Document & { readonly _rev: string }>;
      put(document: Document): Promise<unknown>;
      allDocs(options: {
        keys: string[];
        include_docs?: boolean;
        attachments?: boolean;
        binary?: boolean;
      }): Promise<{ readonly rows: readonly Row[] }>;
      bulkDocs(documents: readonly Document[]): Promise<readonly Written[]>;
      destroy(): Promise<unknown>;
      close(): Promise<void>;
    }
  }

  const PouchDB: {
    new (name: string, options: { adapter: string; auto_compaction?: boolean }): PouchDB.Database;
    plugin(plugin: PouchDB.Plugin): void;
  };
  export default PouchDB;
}

declare module 'pouchdb-adapter-idb' {
  const adapter: object;
  export default adapter;
}
