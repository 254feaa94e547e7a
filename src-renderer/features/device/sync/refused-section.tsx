import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { isMonth } from '../../../../shared/time/month.ts';
import { sendAgain } from '../../../data/commands/device/send-again.ts';
import { canSetAside, setAside } from '../../../data/commands/device/set-aside.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { useImageVersion } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession, useSyncState } from '../../../session/session-context.tsx';
import { useCooperative } from '../../../session/use-cooperative.ts';
import type { RefusedRecord } from '../../../sync/refused-records.ts';
import { forgetRefusal } from '../../../sync/refused-records.ts';
import {
  askForServerVersion,
  canTakeServerVersion,
  keepOwnVersion,
  watchAsked,
} from '../../../sync/take-server-version.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { addressOf } from './describe-record.ts';
import { closedMonthAdvice, explainRefusal, isOpenedSince, refusedField } from './explain-refusal.ts';
import { Item } from './item.tsx';
import { ITEMS_AT_ONCE, Section } from './section.tsx';
import type { RecordWords } from './use-record-words.ts';
import { useRecordWords } from './use-record-words.ts';

/** What the server did not accept, why, and what to do about it. */
export function RefusedSection({ book }: { readonly book: RecordImage }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(book);
  const { refused } = useSyncState();
  useImageVersion(book);
  const { store } = useSession();
  const { closedThrough } = useCooperative()?.body ?? {};
  const [limit, setLimit] = useState(ITEMS_AT_ONCE);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => watchAsked(store.parts.facts, setAsked), [store]);
  if (refused.length === 0) return null;
  return (
    <Section title={t('refused')} hint={t('refusedHint')} count={refused.length} color="red" testId="refused">
      {refused.slice(0, limit).map((refusal) => (
        <RefusedItem
          key={refusal.id}
          refusal={refusal}
          words={words}
          since={whatHappenedSince(refusal, store.find(refusal.id))}
          isServerAsked={asked.has(refusal.id)}
          closedThrough={closedThrough}
        />
      ))}
      <ShowMore count={refused.length} shown={limit} atOnce={ITEMS_AT_ONCE} onShow={setLimit} />
    </Section>
  );
}

function RefusedItem(props: {
  readonly refusal: RefusedRecord;
  readonly words: RecordWords;
  readonly since: ReturnType<typeof whatHappenedSince>;
  /** The next exchange puts the server's version in place. */
  readonly isServerAsked: boolean;
  readonly closedThrough: string | undefined;
}): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const format = useFormat();
  const { store, sync } = useSession();
  const [error, setError] = useState<AppError>();
  const { refusal, words, since, isServerAsked } = props;
  const reason = explainRefusal(refusal);
  const isOpened = since !== 'replaced' && isOpenedSince(reason, props.closedThrough);
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

  async function giveWay(): Promise<void> {
    const done = await askForServerVersion(store, refusal.record);
    setError(done.ok ? undefined : done.error);
    if (done.ok) sync.syncNow();
  }

  return (
    <Item testId="refused-item">
      <Stack gap={6}>
        <Text size="sm">
          <b>{words.kind(refusal.record)}</b>
          {[words.title(refusal.record), place].filter((part) => part !== '').map((part) => ` · ${part}`)}
        </Text>
        <Text size="sm">
          {t('refusedReason')}
          {format.language === 'fr' ? '\u202f: ' : ': '}
          {reason.code === 'period.closed'
            ? t(isOpened ? 'closedMonth.opened' : 'closedMonth.reason', closedMonth(reason, format))
            : format.error(named)}
        </Text>
        {reason.code === 'period.closed' && !isOpened && <Text size="sm">{t(closedMonthAdvice(refusal.record))}</Text>}
        <Text size="xs" c="dimmed">
          {t('refusedAt', words.moment(refusal.at))}
        </Text>
        {(isServerAsked || since !== 'nothing') && (
          <Text size="sm" role="status">
            {t(isServerAsked ? 'takeServerAsked' : since === 'written' ? 'refusedChanged' : 'refusedReplaced')}
          </Text>
        )}
        <Group gap="xs">
          {address !== undefined && (
            <Button component="a" href={`#${address}`} size="compact-sm" variant="default">
              {t(isMendable(refusal, reason) ? 'mend' : 'look')}
            </Button>
          )}
          {since !== 'replaced' && !isServerAsked && reason.code !== 'record.retired' && (
            <Button size="compact-sm" variant="default" onClick={() => void offerAgain()} data-testid="send-again">
              {t('sendAgain')}
            </Button>
          )}
          {canSetAside(refusal.record, refusal.error) && (
            <Button size="compact-sm" variant="default" onClick={() => void takeOut()} data-testid="set-aside">
              {t('setAside')}
            </Button>
          )}
          {canTakeServerVersion(refusal.record) && !isServerAsked && (
            <Button size="compact-sm" variant="default" onClick={() => void giveWay()} data-testid="take-server">
              {t(since === 'replaced' ? 'setAside' : 'takeServer')}
            </Button>
          )}
          {isServerAsked && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void keepOwnVersion(store.parts.facts, refusal.id)}
            >
              {t('keepOwn')}
            </Button>
          )}
        </Group>
        <ErrorMessage error={error} />
      </Stack>
    </Item>
  );
}

/** What became of the record here after its refusal: a person wrote it again, or another version came into its place. */
function whatHappenedSince(
  { record }: RefusedRecord,
  current: AnyRecord | undefined,
): 'nothing' | 'written' | 'replaced' {
  if (current === undefined || current.edits[0] === record.edits[0]) return 'nothing';
  return current.isPending === true ? 'written' : 'replaced';
}

/** Whether its screen can change it so that the server takes it: of a closed month, only what the server never had. */
function isMendable({ record }: RefusedRecord, { code }: AppError): boolean {
  if (code === 'record.retired') return false;
  return code !== 'period.closed' || closedMonthAdvice(record) === 'closedMonth.dated';
}

/** The last closed month in words. The reason alone: what can be done differs, and the advice under it says that. */
function closedMonth({ details }: AppError, format: ReturnType<typeof useFormat>): { readonly month: string } {
  const month = String(details?.['month']);
  return { month: isMonth(month) ? format.month(month) : month };
}
