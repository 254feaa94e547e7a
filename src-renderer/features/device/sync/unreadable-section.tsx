import { List, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordImage } from '../../../data/record-image.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { Section } from './section.tsx';
import { useRecordWords } from './use-record-words.ts';

const SHOWN = 20;

/** What is in the store but larger than anything Sillon writes: named by what cannot be too large, and left alone. */
export function UnreadableSection({ image }: { readonly image: RecordImage }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(image);
  const unreadable = useFromImage(image, () => image.unreadable, []);
  if (unreadable.length === 0) return null;
  return (
    <Section
      title={t('unreadable')}
      hint={t('unreadableHint')}
      count={unreadable.length}
      color="red"
      testId="unreadable"
    >
      <List size="sm">
        {unreadable.slice(0, SHOWN).map((record) => (
          <List.Item key={record.id}>
            <b>{words.kind(record)}</b> · {words.place(record)}{' '}
            <Text span size="xs" c="dimmed">
              {t('unreadableBy', { id: record.id, user: record.updatedBy.user.slice(0, 80) })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
