import { Alert, Skeleton } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../data/use-image.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/session-context.tsx';
import { useActivityFigures } from '../../session/use-activity-figures.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PayTabs } from '../../ui/pay-tabs.tsx';
import { AbroadPanel } from './abroad-panel.tsx';
import { AbroadPayList } from './abroad-pay-list.tsx';
import { PaySimulator } from './pay-simulator.tsx';
import { StatementList } from './statement-list.tsx';

/** "What can I pay myself?": the simulator, the request, and the pays asked so far. */
export function PayPage(): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { store } = useSession();
  const figures = useActivityFigures();
  const cooperative = useRecords(store.image('commons'), 'cooperativeSettings').findLast((r) => r.status === 'active');
  const isAbroad = figures?.ok === true && figures.value.settings.body.contract.kind === 'abroad';
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <PayTabs />
      {figures === undefined ? (
        <Skeleton height={360} />
      ) : !figures.ok || cooperative === undefined ? (
        <Alert color="orange" role="alert">
          {figures.ok ? null : format.error(figures.error)}
        </Alert>
      ) : figures.value.settings.body.contract.kind === 'cesa' ? (
        <PaySimulator figures={figures.value} cooperative={cooperative.body} />
      ) : isAbroad ? (
        <AbroadPanel figures={figures.value} cooperative={cooperative.body} />
      ) : (
        <Alert color="blue">{t('noPayCape')}</Alert>
      )}
      {isAbroad ? <AbroadPayList /> : <StatementList />}
    </>
  );
}
