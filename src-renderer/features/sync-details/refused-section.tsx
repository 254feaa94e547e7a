import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/core/errors.ts';
import { sendAgain } from '../../data/commands/send-again.ts';
import { canSetAside, setAside } from '../../data/commands/set-aside.ts';
import type { RecordImage } from '../../data/record-image.ts';
import { useImageVersion } from '../../data/use-image.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession, useSyncState } from '../../session/session-context.tsx';
import type { RefusedRecord } from '../../sync/refused-records.ts';
import { forgetRefusal } from '../../sync/refused-records.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { addressOf } from './describe-record.ts';
import { closedMonthAdvice, explainRefusal, refusedField } from './explain-refusal.ts';
import { Item } from './item.tsx';
import { Section } from './section.tsx';
import type { RecordWords } from './use-record-words.ts';
import { useRecordWords } from './use-record-words.ts';

/** What the server did not accept, why, and what to do about it. */
export function RefusedSection({ book }: { readonly book: RecordImage }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(book);
  const { refused } = useSyncState();
  useImageVersion(book);
  if (refused.length === 0) return null;
  return (
    <Section title={t('refused')} hint={t('refusedHint')} count={refused.length} color="red" testId="refused">
      {refused.map((refusal) => {
        const current = book.get(refusal.id);
        const hasChanged = current !== undefined && current.edits[0] !== refusal.record.edits[0];
        return <RefusedItem key={refusal.id} refusal={refusal} words={words} hasChanged={hasChanged} />;
      })}
    </Section>
  );
}

function RefusedItem(props: {
  readonly refusal: RefusedRecord;
  readonly words: RecordWords;
  /** The record was written again after the refusal; the next exchange decides. */
  readonly hasChanged: boolean;
}): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const format = useFormat();
  const { store, sync } = useSession();
  const [error, setError] = useState<AppError>();
  const { refusal, words, hasChanged } = props;
  const reason = explainRefusal(refusal);
  const field = refusedField(reason);
  const named = field === '' ? reason : { ...reason, details: { ...reason.details, path: words.field(field) } };
  const address = addressOf(refusal.record);
  const place = words.place(refusal.record);

  async function offerAgain(): Promise<void> {
    const done = await sendAgain(store, refusal.id);
    setError(done.ok ? undefined : done.error);
    if (done.ok) sync.syncNow();
  }

  async function takeOut(): Promise<void> {
    const done = await setAside(store, refusal.id);
    setError(done.ok ? undefined : done.error);
    if (done.ok) await forgetRefusal(store.parts.facts, refusal.id);
  }

  return (
    <Item testId="refused-item">
      <Stack gap={6}>
        <Text size="sm">
          <b>{words.kind(refusal.record)}</b> · {words.title(refusal.record)}
          {place !== '' && ` · ${place}`}
        </Text>
        <Text size="sm">
          {t('refusedReason')}
          {format.language === 'fr' ? '\u202f: ' : ': '}
          {format.error(named)}
        </Text>
        {refusal.error.code === 'period.closed' && <Text size="sm">{t(closedMonthAdvice(refusal.record))}</Text>}
        <Text size="xs" c="dimmed">
          {t('refusedAt', words.moment(refusal.at))}
        </Text>
        {hasChanged && (
          <Text size="sm" role="status">
            {t('refusedChanged')}
          </Text>
        )}
        <Group gap="xs">
          {address !== undefined && (
            <Button component="a" href={`#${address}`} size="compact-sm" variant="default">
              {t('mend')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => void offerAgain()} data-testid="send-again">
            {t('sendAgain')}
          </Button>
          {canSetAside(refusal.record, refusal.error) && (
            <Button size="compact-sm" variant="default" onClick={() => void takeOut()} data-testid="set-aside">
              {t('setAside')}
            </Button>
          )}
        </Group>
        <ErrorMessage error={error} />
      </Stack>
    </Item>
  );
}
