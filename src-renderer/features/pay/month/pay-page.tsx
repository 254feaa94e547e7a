import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PayTabs } from '../pieces/pay-tabs.tsx';
import { WithFigures } from '../pieces/with-figures.tsx';
import { AbroadPanel } from './abroad-panel.tsx';
import { AbroadPayList } from './abroad-pay-list.tsx';
import { PaySimulator } from './pay-simulator.tsx';
import { StatementList } from './statement-list.tsx';

/** "What can I pay myself?": the simulator, the request, and the pays asked so far. */
export function PayPage(): JSX.Element {
  const { t } = useTranslation('pay');
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <PayTabs />
      <WithFigures>
        {(figures, cooperative) => {
          switch (figures.settings.body.contract.kind) {
            case 'cesa':
            case 'salaried':
              return (
                <>
                  <PaySimulator figures={figures} cooperative={cooperative} />
                  <StatementList />
                </>
              );
            case 'abroad':
              return (
                <>
                  <AbroadPanel figures={figures} cooperative={cooperative} />
                  <AbroadPayList />
                </>
              );
            default:
              return (
                <>
                  <Alert color="blue">{t('noPayCape')}</Alert>
                  <StatementList />
                </>
              );
          }
        }}
      </WithFigures>
    </>
  );
}
