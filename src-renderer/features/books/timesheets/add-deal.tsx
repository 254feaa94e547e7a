import { Alert, Autocomplete, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import type { JSX, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { WeekRows } from '../../../../shared/timesheets/change-week.ts';
import { saveTimesheet } from '../../../data/commands/books/save-timesheet.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';

/** Adds a row to the week: a new deal, one used before, or all of last week's. */
export function AddDeal(props: {
  readonly monday: string;
  readonly rows: WeekRows;
  readonly lastWeekRows: WeekRows;
  readonly knownDeals: readonly string[];
}): JSX.Element {
  const { monday, rows, lastWeekRows, knownDeals } = props;
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const { store } = useSession();
  const [name, setName] = useState('');
  const [error, setError] = useState<AppError>();

  async function add(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const done = await saveTimesheet(store, monday, { kind: 'addDeals', deals: [name] });
    setError(done.ok ? undefined : done.error);
    if (done.ok) setName('');
  }

  async function copy(): Promise<void> {
    const present = rows.map((row) => row.deal.toLowerCase());
    const deals = lastWeekRows.map((row) => row.deal).filter((deal) => !present.includes(deal.toLowerCase()));
    if (deals.length === 0) {
      notifications.show({ message: t('nothingToCopy') });
      return;
    }
    const done = await saveTimesheet(store, monday, { kind: 'addDeals', deals });
    setError(done.ok ? undefined : done.error);
    if (done.ok) notifications.show({ message: t('dealsCopied', { count: deals.length }) });
  }

  const present = rows.map((row) => row.deal);
  return (
    <>
      <form onSubmit={(event) => void add(event)} noValidate>
        <Group gap="xs" align="flex-end" mt="sm">
          <Autocomplete
            label={t('newDeal')}
            placeholder={t('newDealPlaceholder')}
            data={knownDeals.filter((deal) => !present.includes(deal))}
            limit={8}
            maxLength={200}
            value={name}
            onChange={(value) => {
              setName(value);
              setError(undefined);
            }}
            style={{ flex: '0 1 280px' }}
          />
          <Button type="submit" variant="light" leftSection={<IconPlus size={16} />}>
            {t('addDeal')}
          </Button>
          {lastWeekRows.length > 0 && (
            <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => void copy()}>
              {t('copyDeals')}
            </Button>
          )}
        </Group>
      </form>
      {error !== undefined && (
        <Alert color="red" role="alert" mt="xs">
          {format.error(error)}
        </Alert>
      )}
    </>
  );
}
