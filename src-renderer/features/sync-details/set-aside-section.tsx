import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/core/errors.ts';
import type { SetAside } from '../../data/commands/set-aside.ts';
import { bringBack, watchSetAside } from '../../data/commands/set-aside.ts';
import type { RecordImage } from '../../data/record-image.ts';
import { useSession } from '../../session/session-context.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Section } from './section.tsx';
import { useRecordWords } from './use-record-words.ts';

/** What a person took out of the book because its month is closed; it is kept on this device and can come back. */
export function SetAsideSection({ book }: { readonly book: RecordImage }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(book);
  const { store, sync } = useSession();
  const [found, setFound] = useState<readonly SetAside[]>([]);
  const [error, setError] = useState<AppError>();
  useEffect(() => watchSetAside(store.parts.facts, setFound), [store]);
  if (found.length === 0) return null;

  async function putBack(id: string): Promise<void> {
    const done = await bringBack(store, id);
    setError(done.ok ? undefined : done.error);
    if (done.ok) sync.syncNow();
  }

  return (
    <Section title={t('setAsideTitle')} hint={t('setAsideHint')} count={found.length} testId="set-aside-list">
      <Stack gap="xs">
        {found.map(({ record, at }) => (
          <Group key={record.id} justify="space-between">
            <Text size="sm">
              <b>{words.kind(record)}</b> · {words.title(record)} · {words.value('date', record.date, record)}{' '}
              <Text span size="xs" c="dimmed">
                {t('setAsideAt', words.moment(at))}
              </Text>
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => void putBack(record.id)}>
              {t('bringBack')}
            </Button>
          </Group>
        ))}
        <ErrorMessage error={error} />
      </Stack>
    </Section>
  );
}
