import { Button, Group, Skeleton, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayStep } from '../../../data/commands/pay/advance-pay.ts';
import { advancePays } from '../../../data/commands/pay/advance-pay.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { BooksBehindNote } from '../../cooperative/pieces/books-behind-note.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { QueuedPay } from './list-pays.ts';
import { DoubtList } from './doubt-list.tsx';
import { isVouchedFor } from './list-pays.ts';
import { QueueTable } from './queue-table.tsx';
import type { RefusedPay } from './refused-pays.tsx';
import { RefusedPays } from './refused-pays.tsx';
import { useQueue } from './use-queue.ts';

const STEPS: readonly PayStep[] = ['checked', 'validated', 'paid'];

/** Pays of the whole network that wait for the support team: check, validate, pay, or refuse, one by one or many at once. */
export function PayQueuePage(): JSX.Element {
  const { t } = useTranslation('payQueue');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const queue = useQueue(store.image('network'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly RefusedPay[]>([]);
  const selected = (queue ?? []).filter(({ pay }) => chosen.has(pay.id));

  async function advance(pays: readonly QueuedPay[], step: PayStep, comment?: string): Promise<void> {
    const errors = await advancePays(
      store,
      pays.map(({ pay }) => pay),
      step,
      comment,
    );
    setRefused(
      pays.flatMap((queued) => {
        const error = errors.get(queued.pay.id);
        return error === undefined ? [] : [{ queued, error }];
      }),
    );
    setChosen(new Set());
  }

  function confirm(pays: readonly QueuedPay[], step: PayStep): void {
    const doubtful = pays.filter((pay) => !isVouchedFor(pay));
    const isCertain = doubtful.length === 0;
    modals.openConfirmModal({
      title: t(`step.${step}`),
      size: isCertain ? 'md' : 'lg',
      children: (
        <>
          <Text>{t('confirm', { count: pays.length, step: t(`done.${step}`) })}</Text>
          {!isCertain && <DoubtList pays={doubtful} />}
        </>
      ),
      labels: { confirm: t(isCertain ? `step.${step}` : `anyway.${step}`), cancel: tCommon('cancel') },
      confirmProps: isCertain ? {} : { color: 'red' },
      onConfirm: () => void advance(pays, step),
    });
  }

  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <BooksBehindNote />
      <RefusedPays refused={refused} format={format} />
      {queue === undefined ? (
        <Skeleton height={300} />
      ) : queue.length === 0 ? (
        <Text c="dimmed">{t('empty')}</Text>
      ) : (
        <>
          <Group mb="sm" gap="xs" role="toolbar" aria-label={t('selection')}>
            {STEPS.map((step) => {
              const pays = selected.filter(({ nextStep }) => nextStep === step);
              return (
                <Button
                  key={step}
                  variant={pays.length > 0 ? 'filled' : 'default'}
                  disabled={pays.length === 0}
                  onClick={() => {
                    confirm(pays, step);
                  }}
                >
                  {t(`step.${step}`)} ({pays.length})
                </Button>
              );
            })}
          </Group>
          <QueueTable
            queue={queue}
            chosen={chosen}
            onChosen={setChosen}
            onStep={confirm}
            onRefuse={(pay, comment) => advance([pay], 'refused', comment)}
          />
        </>
      )}
    </>
  );
}
