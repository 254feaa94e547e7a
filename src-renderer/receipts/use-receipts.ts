import { useMemo } from 'react';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail } from '../../shared/core/result.ts';
import type { ReceiptManifest } from '../../shared/records/expense.ts';
import { useSession } from '../session/session-context.tsx';
import { homeDatabase } from './home-database.ts';
import { listReceiptFacts, noteKept, noteVerified } from './receipt-facts.ts';
import type { TransferSignals } from './transfer-signals.ts';

/** What the screens do with receipts; the vault and its library are loaded when the first receipt is touched. */
export interface Receipts {
  keep(file: File): Promise<Result<ReceiptManifest>>;
  /** From this device. Errors: `record.notFound` when it is not here, `file.unreadable` when its bytes changed. */
  read(manifest: ReceiptManifest): Promise<Result<Blob>>;
  /** From the server; it stays on this device then. */
  bring(manifest: ReceiptManifest, signals: TransferSignals): Promise<Result<Blob>>;
}

/** The receipts of one activity. */
export function useReceipts(activityId: string): Receipts {
  const { store, account } = useSession();
  return useMemo(() => {
    const { facts, context } = store.parts;
    const { name } = store.parts.database;
    const home = homeDatabase(account, activityId);
    return {
      async keep(file) {
        const { keepReceipt, openVault } = await import('./library.ts');
        const kept = await keepReceipt(openVault(name), file);
        if (kept.ok) await noteKept(facts, context.clock(), keyOf(kept.value), home);
        return kept;
      },
      async read(manifest) {
        const { openVault } = await import('./library.ts');
        return asBlob(manifest, await openVault(name).get(manifest));
      },
      async bring(manifest, signals) {
        if (!navigator.onLine) return fail(appError('network.offline', 'offline'));
        const { fetchReceipt, openRemote, openVault } = await import('./library.ts');
        const vault = openVault(name);
        const known = (await listReceiptFacts(facts)).find(({ sha256 }) => sha256 === manifest.sha256);
        const local = await vault.get(manifest);
        if (!local.ok && local.error.code === 'file.unreadable') {
          // Damaged here: only what the server holds may be replaced.
          if (known === undefined || known.verifiedAt === '') return local;
          const removed = await vault.remove(manifest);
          if (!removed.ok) return removed;
        }
        const remote = openRemote(home, account.account, fetch.bind(window));
        const brought = await fetchReceipt(vault, remote, manifest, signals);
        await remote.close();
        if (brought.ok) {
          await noteKept(facts, context.clock(), keyOf(manifest), home);
          await noteVerified(facts, context.clock(), manifest);
        }
        return asBlob(manifest, brought);
      },
    };
  }, [store, account, activityId]);
}

function keyOf({ sha256, sizeBytes }: ReceiptManifest) {
  return { sha256, sizeBytes };
}

function asBlob({ mimeType }: ReceiptManifest, bytes: Result<Uint8Array<ArrayBuffer>>): Result<Blob> {
  return bytes.ok ? { ok: true, value: new Blob([bytes.value], { type: mimeType }) } : bytes;
}
