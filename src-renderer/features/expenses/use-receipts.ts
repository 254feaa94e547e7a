import { useMemo } from 'react';
import type { Result } from '../../../shared/core/result.ts';
import type { ReceiptManifest } from '../../../shared/records/expense.ts';
import { useSession } from '../../session/session-context.tsx';

/** What the screens do with receipts; the vault and its library are loaded when the first receipt is touched. */
export interface Receipts {
  keep(file: File): Promise<Result<ReceiptManifest>>;
  read(manifest: ReceiptManifest): Promise<Result<Blob>>;
}

export function useReceipts(): Receipts {
  const { store } = useSession();
  const { name } = store.parts.database;
  return useMemo(
    () => ({
      async keep(file) {
        const [{ openVault }, { keepReceipt }] = await Promise.all([
          import('../../receipts/vault.ts'),
          import('../../receipts/keep-receipt.ts'),
        ]);
        return keepReceipt(openVault(name), file);
      },
      async read(manifest) {
        const { openVault } = await import('../../receipts/vault.ts');
        const bytes = await openVault(name).get(manifest);
        return bytes.ok ? { ok: true, value: new Blob([bytes.value], { type: manifest.mimeType }) } : bytes;
      },
    }),
    [name],
  );
}
