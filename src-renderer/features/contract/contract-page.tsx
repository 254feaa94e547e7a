import { Alert, Skeleton, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../data/use-image.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/session-context.tsx';
import { useActivityFigures } from '../../session/use-activity-figures.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { BenefitsCard } from './benefits-card.tsx';
import { CapeCard } from './cape-card.tsx';
import { ContractsCard } from './contracts-card.tsx';
import { SettlementCard } from './settlement-card.tsx';

/** The member's contracts and what follows from them: accumulation, settlement of the variable part, benefits. */
export function ContractPage(): JSX.Element {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const { store } = useSession();
  const figures = useActivityFigures();
  const cooperative = useRecords(store.image('commons'), 'cooperativeSettings').findLast((r) => r.status === 'active');
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {figures === undefined ? (
        <Skeleton height={360} />
      ) : !figures.ok || cooperative === undefined ? (
        <Alert color="orange" role="alert">
          {figures.ok ? null : format.error(figures.error)}
        </Alert>
      ) : (
        <Stack gap="md">
          <ContractsCard settings={figures.value.settings.body} />
          {figures.value.settings.body.contract.kind === 'cape' && <CapeCard figures={figures.value} />}
          {figures.value.settings.body.contract.kind === 'cesa' && (
            <SettlementCard figures={figures.value} cooperative={cooperative.body} />
          )}
          <BenefitsCard figures={figures.value} benefits={cooperative.body.benefits ?? []} />
        </Stack>
      )}
    </>
  );
}
