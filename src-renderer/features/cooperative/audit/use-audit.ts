import { useEffect, useState } from 'react';
import type { AuditKind, AuditPage } from '../../../../shared/access/audit-entry.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { readAuditPage } from '../../../session/audit-api.ts';
import { useSession } from '../../../session/session-context.tsx';

export interface AuditFilter {
  readonly kind: AuditKind | undefined;
  readonly person: string;
}

/** One page of the trail at a time; `undefined` while it is read. */
export function useAudit(filter: AuditFilter): {
  readonly page: Result<AuditPage> | undefined;
  readonly isFirst: boolean;
  readonly goOn: () => void;
  readonly goBack: () => void;
} {
  const { account } = useSession();
  const { kind, person } = filter;
  const [place, setPlace] = useState<{ readonly filter: AuditFilter; readonly before: string | undefined }>();
  const [read, setRead] = useState<{ readonly key: string; readonly page: Result<AuditPage> }>();
  // Another filter begins with the newest again.
  const before = place?.filter === filter ? place.before : undefined;
  const key = `${kind ?? ''} ${person} ${before ?? ''}`;
  useEffect(() => {
    let isCurrent = true;
    void readAuditPage(account.account, { kind, person, before }).then((page) => {
      if (isCurrent) setRead({ key, page });
    });
    return () => {
      isCurrent = false;
    };
  }, [account.account, kind, person, before, key]);
  const page = read?.key === key ? read.page : undefined;
  return {
    page,
    isFirst: before === undefined,
    goOn: () => {
      if (page?.ok === true) setPlace({ filter, before: page.value.next });
    },
    goBack: () => {
      setPlace(undefined);
    },
  };
}
