import { Alert, Anchor, List, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { bookDatabase } from '../../../../shared/access/database-names.ts';
import { localToday } from '../../../data/local-today.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useBooksBehind } from '../../../session/use-books-behind.ts';

/** The activities whose figures and verdicts are not the latest, and since when; of one activity alone when it is named. */
export function BooksBehindNote({ activityId }: { readonly activityId?: string }): JSX.Element | null {
  const { t } = useTranslation('network');
  const format = useFormat();
  const { store } = useSession();
  const settings = useRecords(store.image('network'), 'activitySettings');
  const only = activityId === undefined ? undefined : bookDatabase(activityId);
  const books = useBooksBehind().filter(({ book }) => only === undefined || book === only);
  if (books.length === 0) return null;
  const named = new Map(settings.map((record) => [bookDatabase(record.activityId), record]));
  return (
    <Alert
      color={books.some(({ isFailing }) => isFailing) ? 'orange' : 'blue'}
      variant="light"
      mb="sm"
      role="status"
      data-testid="books-behind"
    >
      <Text size="sm" fw={600}>
        {t('behind')}
      </Text>
      <List size="sm">
        {books.map(({ book, since, isFailing }) => {
          const activity = named.get(book);
          const moment = { date: format.date(localToday(new Date(since))), time: format.time(since) };
          return (
            <List.Item key={book}>
              {activity === undefined || only !== undefined ? (
                <b>{activity?.body.name ?? book}</b>
              ) : (
                <Anchor href={`#/network/${activity.activityId}`} inherit fw={600}>
                  {activity.body.name}
                </Anchor>
              )}
              {format.language === 'fr' ? '\u202f: ' : ': '}
              {t(isFailing ? 'behindFailing' : 'behindSlow', moment)}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
