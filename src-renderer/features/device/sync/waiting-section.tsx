import { Badge, Group, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordImage } from '../../../data/record-image.ts';
import { useFromImage, useImageVersion } from '../../../data/use-image.ts';
import { useSyncState } from '../../../session/session-context.tsx';
import { listWaiting } from './list-waiting.ts';
import { Section } from './section.tsx';
import { useRecordWords } from './use-record-words.ts';

/** What is kept here until the next exchange. */
export function WaitingSection(props: {
  readonly book: RecordImage;
  /** What else the account writes; the book again where it writes nothing else. */
  readonly others: readonly [RecordImage, RecordImage];
}): JSX.Element {
  const { book, others } = props;
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(book);
  const { refused } = useSyncState();
  const versions = [useImageVersion(others[0]), useImageVersion(others[1])];
  const waiting = useFromImage(
    book,
    () =>
      listWaiting(
        [...new Set([book, ...others])].flatMap((image) => [...image.all()]),
        new Map(refused.map(({ id, record }) => [id, record.edits[0] ?? ''])),
      ),
    [refused, ...versions],
  );
  const count = waiting.shown.length + waiting.hiddenCount;
  if (count === 0) {
    return (
      <Section title={t('waiting')} testId="waiting">
        <Text size="sm">{refused.length > 0 ? t('waitingNothingElse') : t('waitingNone')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('waiting')} hint={t('waitingHint')} count={count} color="blue" testId="waiting">
      <Group gap="xs">
        {[...waiting.countByType].map(([type, typeCount]) => (
          <Badge key={type} variant="outline" color="gray" tt="none" c="var(--mantine-color-text)">
            {words.typeName(type)} · {typeCount}
          </Badge>
        ))}
      </Group>
      <Table.ScrollContainer minWidth={480} maxHeight={320} tabIndex={0} aria-label={t('waiting')}>
        <Table stickyHeader verticalSpacing={4} aria-label={t('waiting')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kind')}</Table.Th>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th>{t('changedAt')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {waiting.shown.map((record) => {
              const { date, time } = words.moment(record.updatedAt);
              return (
                <Table.Tr key={record.id}>
                  <Table.Td>{words.kind(record)}</Table.Td>
                  <Table.Td>{words.title(record)}</Table.Td>
                  <Table.Td className="figures">
                    {date} {time}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {waiting.hiddenCount > 0 && (
        <Text size="sm" c="dimmed">
          {t('waitingMore', { count: waiting.hiddenCount })}
        </Text>
      )}
    </Section>
  );
}
