import type { Patch } from './library-patches.ts';

/** A fault put into the source on purpose. */
export interface Break {
  readonly name: string;
  /** The fault of docs/sync-regressions.md that comes back with it. */
  readonly fault: string;
  readonly patches: readonly Patch[];
}

/** Faults of docs/sync-regressions.md; which of them were found out, and how soon, stands there. */
export const BREAKS: readonly Break[] = [
  {
    name: 'vanishing-edit',
    fault: 'E1: one of two edits of a field vanished',
    patches: [
      {
        file: 'shared/sync/decide-conflict.ts',
        from: 'copy: clashes.length === 0 ? undefined :',
        to: 'copy: clashes.length >= 0 ? undefined :',
      },
    ],
  },
  {
    name: 'refusal-stops-push',
    fault: 'E4: one refused record stopped everything',
    patches: [
      {
        file: 'src-renderer/sync/push-records.ts',
        from: "else if (row.error === 'forbidden' ||",
        to: "else if (row.error === 'never' ||",
      },
      { file: 'src-renderer/sync/push-records.ts', from: "row.error === 'unauthorized' ||", to: '' },
    ],
  },
  {
    name: 'bell-ends',
    fault: 'E6: an error in JSON ended the live feed for good',
    patches: [
      {
        file: 'src-renderer/sync/database-bell.ts',
        from: 'this.#waitForChange()).catch(() => undefined)',
        to: 'this.#waitForChange())',
      },
    ],
  },
  {
    name: 'bell-from-now',
    fault: 'E7: a change between the first pull and a broken long-poll was never seen',
    patches: [
      {
        file: 'src-renderer/sync/database-bell.ts',
        from: 'encodeURIComponent(sequence())',
        to: "'now'",
      },
      {
        file: 'src-renderer/sync/database-bell.ts',
        from: 'await http.call(`_changes?${query}`, undefined, BELL_TIMEOUT_MS);',
        to: 'const { results } = await http.call(`_changes?${query}`, undefined, BELL_TIMEOUT_MS); if (results.length === 0) return this.#waitForChange();',
      },
    ],
  },
  {
    name: 'files-beside-records',
    fault: 'E8: an edit destroyed the attachments of a record',
    patches: [
      {
        file: 'sync-server/rules/validation.ts',
        from: "for (const member of ['id', 'rev', '_attachments', DEVICE_MEMBER])",
        to: "for (const member of ['id', 'rev', DEVICE_MEMBER])",
      },
    ],
  },
  {
    name: 'own-echo-foreign',
    fault: 'E9: a lost answer made an own edit look foreign',
    patches: [
      {
        file: 'shared/sync/decide-conflict.ts',
        from: 'if (server.edits.includes(mineNewest) || isRepeated(mine, server))',
        to: 'const lost = copyOf(mine, { ...server, body: {} }, "clash"); if (mineNewest === serverNewest) return { record: keepMine({ ...mine, edits: [newEditId, ...mine.edits] }, server).record, copy: lost }; if (server.edits.includes(mineNewest) || isRepeated(mine, server))',
      },
    ],
  },
  {
    name: 'answer-before-write',
    fault: 'E10: what a killed server had said to hold was gone',
    patches: [
      {
        file: 'sync-server/embedded/store/document-writer.ts',
        from: 'if (accepted.length > 0) this.#commit(db, accepted);',
        to: 'if (accepted.length > 0) setTimeout(() => { this.#commit(db, accepted); }, 300);',
      },
    ],
  },
  {
    name: 'copy-given-up',
    fault: 'E11: a conflict handler that failed once left an edit unsent for ever',
    patches: [
      {
        file: 'src-renderer/sync/resolve-conflict.ts',
        from: 'await new Promise<void>((resolve) => timers.after(retryMs, resolve));',
        to: 'return;',
      },
    ],
  },
  {
    name: 'every-window-listens',
    fault: 'E12: long-polls took all six connections of a browser',
    patches: [
      {
        file: 'src-renderer/sync/replicate-database.ts',
        from: 'waitForLeadership: true',
        to: 'waitForLeadership: false',
      },
      {
        file: 'src-renderer/sync/sync-engine.ts',
        from: 'await this.#store.parts.database.waitForLeadership();',
        to: '',
      },
      {
        file: 'src-renderer/sync/sync-engine.ts',
        from: "this.#begin(name, LISTENED.includes(name) ? 'bell' : 'poll');",
        to: "this.#begin(name, 'bell');",
      },
    ],
  },
  {
    name: 'endless-patience',
    fault: 'E14: a request that was never answered stopped the push',
    patches: [
      {
        file: 'src-renderer/sync/couch-http.ts',
        from: 'around.timers.after(timeoutMs, () => {',
        to: 'around.timers.after(timeoutMs * 1e6, () => {',
      },
    ],
  },
  {
    name: 'no-successor',
    fault: 'E15: two windows of one device: one sends, the other takes over',
    patches: [
      {
        file: 'src-renderer/sync/sync-engine.ts',
        from: 'await this.#store.parts.database.waitForLeadership();',
        to: 'if (await this.#store.parts.database.leaderElector().hasLeader()) return; await this.#store.parts.database.waitForLeadership();',
      },
    ],
  },
  {
    name: 'unknown-members-go',
    fault: 'E16: an edit made here dropped what a newer version wrote',
    patches: [
      {
        file: 'src-renderer/sync/wire-record.ts',
        from: 'const { id, rev, _deleted, ...rest } = withoutDeviceMember(record);',
        to: 'const { id, rev, _deleted, ...rest } = withoutDeviceMember(record); if (rest.type === "customer") { const { fromTomorrow, ...known } = rest.body; rest.body = known; }',
      },
    ],
  },
  {
    name: 'direct-steps-only',
    fault: 'an edit made offline after a void that the server knew was refused for ever',
    patches: [
      {
        file: 'shared/record-rules/check-write.ts',
        from: 'before ? checkSuccession(before, after)',
        to: 'before ? checkTransition(before, after)',
      },
    ],
  },
  {
    name: 'left-behind',
    fault: 'after the clock was put back, what a session left unsent was never sent by the next',
    patches: [
      {
        file: 'src-renderer/sync/replicate-database.ts',
        from: 'await left.resendAll().catch(() => undefined);',
        to: '',
      },
    ],
  },
  {
    name: 'left-behind-meanwhile',
    fault: 'after the clock was put back, what was written while RxDB looked was sent only after the next start',
    patches: [
      {
        file: 'src-renderer/sync/replicate-database.ts',
        from: 'void left.resendWritten()',
        to: 'void Promise.resolve()',
      },
    ],
  },
  {
    name: 'deaf-window',
    fault: 'after the clock was put back, a window no longer saw what an older window wrote',
    patches: [
      {
        file: 'src-renderer/data/open-database.ts',
        from: 'listener.time = 0;',
        to: 'void listener;',
      },
    ],
  },
  {
    name: 'conflict-left-behind',
    fault: 'after the clock was put back, what came of a conflict was never sent',
    patches: [
      {
        file: 'src-renderer/sync/database-push.ts',
        from: 'if (inConflict.has(id)) this.#handled.delete',
        to: "if (inConflict.has('')) this.#handled.delete",
      },
    ],
  },
  {
    name: 'passed-over',
    fault: 'a version that RxDB passed over was never brought',
    patches: [
      {
        file: 'src-renderer/sync/database-pull.ts',
        from: 'this.#options.passed.note(documents, this.#options.image);',
        to: '',
      },
    ],
  },
  {
    name: 'refused-for-good',
    fault: 'a fact that a full disk refused was never written again',
    patches: [
      {
        file: 'src-renderer/data/device-facts.ts',
        from: 'this.#collection.upsert(fact)',
        to: 'this.#collection.incrementalUpsert(fact)',
      },
    ],
  },
  {
    name: 'deaf-to-wishes',
    fault: 'after the clock was put back, “exchange now” in the second window did nothing',
    patches: [
      {
        file: 'src-renderer/data/wishes.ts',
        from: "const made = fact?.body['wish'];",
        to: 'const made = isFirst || String(fact?.at) > String(known) ? fact?.at : known;',
      },
    ],
  },
  {
    name: 'one-date-vanishes',
    fault: 'of two dates given to one record, one vanished',
    patches: [
      {
        file: 'shared/sync/decide-conflict.ts',
        from: "const clashes = side === 'clash' ? [...clashing, 'date'] : clashing;",
        to: 'const clashes = clashing;',
      },
    ],
  },
  {
    name: 'torn-price',
    fault: "a merge set one side's amount beside the other side's VAT",
    patches: [{ file: 'shared/sync/merge-bodies.ts', from: 'if (sides.size < 2) return;', to: 'return;' }],
  },
  {
    name: 'kept-number-again',
    fault: 'the number of an issued invoice that only a kept version holds would have been given again',
    patches: [
      {
        file: 'src-renderer/data/commands/billing/issue-invoice.ts',
        from: '[...invoices, ...listKeptInvoices(copies)]',
        to: '(listKeptInvoices(copies), invoices)',
      },
    ],
  },
  {
    name: 'full-disk-ends-exchange',
    fault: 'a disk that was full for a moment ended the exchange until the next start',
    patches: [
      {
        file: 'src-renderer/data/patient-storage.ts',
        from: "if (toStoreError(error).code !== 'store.full') throw error;",
        to: 'if (toStoreError(error).code !== "") throw error;',
      },
    ],
  },
  {
    name: 'old-news-besides',
    fault: 'a comparison set a record back to the version it had fetched before a newer one came',
    patches: [
      {
        file: 'src-renderer/sync/database-pull.ts',
        from: 'this.#besides = this.#besides.filter(isNewest);',
        to: 'void isNewest;',
      },
      { file: 'src-renderer/sync/database-pull.ts', from: 'this.#besides = this.#besides.slice(room);', to: '' },
    ],
  },
];
