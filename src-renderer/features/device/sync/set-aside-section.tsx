import { Accordion, Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { SetAside } from '../../../data/commands/device/set-aside.ts';
import { bringBack, watchSetAside } from '../../../data/commands/device/set-aside.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { useImageVersion } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { listFieldsOf, listShownFields } from './list-shown-fields.ts';
import { ITEMS_AT_ONCE, Section } from './section.tsx';
import { STEP } from './use-kept-focus.ts';
import { useRecordWords } from './use-record-words.ts';
import { VersionsTable } from './versions-table.tsx';

/** What a person took out of the book because the server did not take it; it is kept on this device and can come back. */
export function SetAsideSection({ book }: { readonly book: RecordImage }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(book);
  const { store, sync } = useSession();
  useImageVersion(book);
  const [found, setFound] = useState<readonly SetAside[]>([]);
  const [limit, setLimit] = useState(ITEMS_AT_ONCE);
  const [error, setError] = useState<AppError>();
  useEffect(() => watchSetAside(store.parts.facts, setFound), [store]);
  if (found.length === 0) return null;

  async function putBack(version: SetAside): Promise<void> {
    const done = await bringBack(store, version);
    setError(done.ok ? undefined : done.error);
    if (done.ok) sync.syncNow();
  }

  return (
    <Section title={t('setAsideTitle')} hint={t('setAsideHint')} count={found.length} testId="set-aside-list">
      <Accordion variant="separated" order={3}>
        {found.slice(0, limit).map((version) => {
          const { id, record, at } = version;
          const inPlace = book.get(record.id);
          return (
            <Accordion.Item key={id} value={id} data-testid="set-aside-item" tabIndex={-1} {...{ [STEP]: true }}>
              <Accordion.Control>
                <Text size="sm">
                  <b>{words.kind(record)}</b>
                  {[words.title(record), words.value('date', record.date, record)]
                    .filter((part) => part !== '')
                    .map((part) => ` · ${part}`)}{' '}
                  <Text span size="xs" c="dimmed">
                    {t('setAsideAt', words.moment(at))}
                  </Text>
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <Stack gap="sm">
                  <VersionsTable
                    title={t(inPlace === undefined ? 'what' : 'conflictField')}
                    fields={inPlace === undefined ? listFieldsOf(record) : listShownFields(inPlace, record, [])}
                    words={words}
                    columns={[
                      ...(inPlace === undefined ? [] : [{ title: t('conflictInPlace'), record: inPlace }]),
                      { title: t('setAsideTitle'), record },
                    ]}
                  />
                  <Group>
                    <Button size="compact-sm" variant="default" onClick={() => void putBack(version)}>
                      {t('bringBack')}
                    </Button>
                  </Group>
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
      <ShowMore count={found.length} shown={limit} atOnce={ITEMS_AT_ONCE} onShow={setLimit} />
      <ErrorMessage error={error} />
    </Section>
  );
}
