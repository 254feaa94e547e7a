import type { JSX, ReactNode } from 'react';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import { NEVER_SYNCED } from '../../shared/sync/sync-status.ts';
import type { BookStore } from '../data/book-store.ts';
import { waitsForChoice } from '../data/conflicts/open-conflicts.ts';
import { useImageVersion } from '../data/use-image.ts';
import type { SyncEngine } from '../sync/sync-engine.ts';
import { ReaderContext } from '../i18n/reader-context.ts';
import { SyncView } from '../sync/sync-view.ts';
import type { Session } from './session.ts';

interface SessionValue {
  readonly store: BookStore;
  readonly sync: SyncEngine;
  readonly account: AccountInfo;
  readonly syncView: SyncView;
  readonly onClose: () => void;
}

const SessionContext = createContext<SessionValue | undefined>(undefined);

export function SessionProvider(props: {
  readonly session: Session;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): JSX.Element {
  const { session, onClose, children } = props;
  const value = useMemo(
    () => ({ ...session, account: session.store.parts.account, syncView: new SyncView(session.store), onClose }),
    [session, onClose],
  );
  return (
    <SessionContext value={value}>
      <ReaderContext value={value.account.role}>{children}</ReaderContext>
    </SessionContext>
  );
}

/** The open account, its store and its exchange. Only below {@link SessionProvider}. */
export function useSession(): SessionValue {
  const value = useContext(SessionContext);
  if (value === undefined) throw new Error('useSession outside of SessionProvider');
  return value;
}

/** State of the exchange with the counts the badge shows. */
export function useSyncState() {
  const { syncView, store, account } = useSession();
  const [first, second, third] = store.writtenImages;
  useImageVersion(first ?? store.image('commons'));
  useImageVersion(second ?? store.image('commons'));
  useImageVersion(third ?? store.image('commons'));
  const { status, refused } = useSyncExternalStore(syncView.subscribe, syncView.snapshot, () => ({
    status: NEVER_SYNCED,
    refused: [],
  }));
  const pendingCount = store.writtenImages.reduce((count, image) => count + image.pendingCount, 0);
  const conflictCount = first?.list('conflictCopy').filter((copy) => waitsForChoice(copy, account.role)).length ?? 0;
  return { status, refused, conflictCount, toSendCount: Math.max(0, pendingCount - refused.length) };
}
