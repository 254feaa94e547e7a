import { Anchor, List, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession, useSyncState } from '../../../session/session-context.tsx';
import { DashboardCard } from './dashboard-card.tsx';
import type { NextStepKind } from './next-steps.ts';
import { listNextSteps } from './next-steps.ts';

const PRESSING: readonly NextStepKind[] = ['payMismatch', 'invoiceMismatch', 'refused', 'conflict'];

/** What waits for the member, each line leading to where it is done. */
export function NextStepsCard({ figures }: { readonly figures: ActivityFigures }): JSX.Element {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { store } = useSession();
  const { refused } = useSyncState();
  const { settings, account, receivables } = figures;
  const steps = useFromImage(
    store.book,
    () =>
      listNextSteps(store.book.all(), {
        receivables,
        refusedCount: refused.length,
        openingDate: settings.body.openingDate,
        today: account.asOf,
      }),
    [store, figures, refused.length],
  );
  return (
    <DashboardCard title={t('nextSteps')}>
      {steps.length === 0 ? (
        <>
          <Text size="sm">{t('nextNothing')}</Text>
          <Anchor href="#/ledger" size="sm">
            {t('nextNothingHint')}
          </Anchor>
        </>
      ) : (
        <List listStyleType="none" spacing={6} data-testid="next-steps" center>
          {steps.map(({ kind, count, due = [], href }) => (
            <List.Item key={kind} icon={<StepIcon isPressing={PRESSING.includes(kind)} />}>
              <Anchor href={href} size="sm" data-testid={`next-${kind}`}>
                {kind === 'noHours'
                  ? t('next.noHours')
                  : t(`next.${kind}`, {
                      count,
                      amount: due.map(([currency, sum]) => format.money(sum, currency)).join(' + '),
                    })}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </DashboardCard>
  );
}

function StepIcon({ isPressing }: { readonly isPressing: boolean }): JSX.Element {
  const Icon = isPressing ? IconAlertTriangle : IconArrowRight;
  return (
    <ThemeIcon variant="light" color={isPressing ? 'red' : 'field'} size="sm" aria-hidden="true">
      <Icon size={14} />
    </ThemeIcon>
  );
}
