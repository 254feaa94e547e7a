import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordImage } from '../../../data/record-image.ts';
import { useRecords } from '../../../data/use-image.ts';
import type { ReceiptExchangeState } from '../../../receipts/exchange-state.ts';
import { setPaused } from '../../../receipts/exchange-state.ts';
import { listWaiting } from '../../../receipts/list-waiting.ts';
import { useReceiptState } from '../../../receipts/use-receipt-state.ts';
import { useSession } from '../../../session/session-context.tsx';
import { WorkProgress } from '../../../ui/work-progress.tsx';
import { explainReceiptProblem } from './explain-receipt-problem.ts';
import { Section } from './section.tsx';

/** The receipts of this device on their way to the server. */
export function ReceiptsSection({ book }: { readonly book: RecordImage }): JSX.Element {
  const { t } = useTranslation('receipts');
  const { store } = useSession();
  const expenses = useRecords(book, 'expense');
  const { known, isPaused, progress } = useReceiptState();
  const waiting = listWaiting(expenses, known);
  const names = new Map(
    expenses.flatMap(({ body: { receipt } }) => (receipt ? [[receipt.sha256, receipt.fileName]] : [])),
  );
  const nameOf = (sha256: string): string => names.get(sha256) ?? '';
  const problems = known.filter(({ problem, isReleased }) => problem !== '' && !isReleased);

  return (
    <Section title={t('title')} hint={t('sectionHint')} count={waiting.length} testId="receipts">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} flex={1} miw={240} role="status">
          <Text data-testid="receipts-waiting" data-count={waiting.length}>
            {waiting.length > 0 ? t('waiting', { count: waiting.length }) : known.length > 0 ? t('allSent') : t('none')}
          </Text>
          {(waiting.length > 0 || isPaused) && <Standing isPaused={isPaused} progress={progress} />}
        </Stack>
        <Button
          variant="default"
          leftSection={isPaused ? <IconPlayerPlay size={18} /> : <IconPlayerPause size={18} />}
          onClick={() => void setPaused(store.parts.facts, store.parts.context.clock(), !isPaused)}
          data-testid="receipts-pause"
        >
          {isPaused ? t('resume') : t('pause')}
        </Button>
      </Group>
      {progress.phase === 'sending' && !isPaused && waiting.some(({ sha256 }) => sha256 === progress.sha256) && (
        <WorkProgress label={t('sending', { name: nameOf(progress.sha256) })} share={progress.share} />
      )}
      {problems.length > 0 && (
        <List size="sm" data-testid="receipts-problems">
          {problems.map(({ sha256, problem }) => (
            <List.Item key={sha256}>
              {t('problem', { name: nameOf(sha256), problem: t(explainReceiptProblem(problem)) })}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

/** Why nothing is being sent right now, where that is so. */
function Standing({ isPaused, progress }: ReceiptExchangeState): JSX.Element | null {
  const { t } = useTranslation('receipts');
  const { t: tError } = useTranslation('errors');
  const { phase, lastError } = progress;
  if (!isPaused && phase === 'sending') return null;
  const problem = lastError === '' ? '' : tError(lastError as 'network.offline', { defaultValue: lastError });
  return (
    <Text size="sm" c="dimmed">
      {isPaused
        ? t('paused')
        : phase === 'signIn'
          ? t('signIn')
          : phase === 'waiting'
            ? t('retrying', { problem })
            : phase === 'held'
              ? t('held')
              : t('afterRecords')}
    </Text>
  );
}
