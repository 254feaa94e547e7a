import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Usage } from '../../../../shared/sync/quota.ts';
import { BOOK_QUOTA, RECEIPTS_QUOTA } from '../../../../shared/sync/quota.ts';
import { formatBytes } from '../../../i18n/format-bytes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { readServerUsage } from '../../../session/server-usage.ts';
import { useSession } from '../../../session/session-context.tsx';

/** What an activity takes on the server, beside what it may; nothing while the server cannot be asked. */
export function ServerUsageLine({ activityId }: { readonly activityId: string }): JSX.Element | null {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { account } = useSession().store.parts.account;
  const [usage, setUsage] = useState<Usage>();
  useEffect(() => {
    let isCurrent = true;
    void readServerUsage(account, activityId).then((read) => {
      if (isCurrent && read.ok) setUsage(read.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [account, activityId]);
  if (usage === undefined) return null;
  const units = t('byteUnits').split(',');
  const size = (bytes: number): string => formatBytes(bytes, units, format.language);
  const count = (records: number): string => records.toLocaleString(format.language);
  return (
    <Text size="sm" c="dimmed" data-testid="server-usage">
      {t('serverUsage', {
        count: usage.records,
        records: count(usage.records),
        mostRecords: count(BOOK_QUOTA.documents),
        bytes: size(usage.recordBytes),
        mostBytes: size(BOOK_QUOTA.bytes),
        receipts: size(usage.receiptBytes),
        mostReceipts: size(RECEIPTS_QUOTA.bytes),
      })}
    </Text>
  );
}
