import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header.tsx';
import { WithFigures } from '../pieces/with-figures.tsx';
import { benefitsFor } from '../../../../shared/pay/granted-benefits.ts';
import { BenefitsCard } from './benefits-card.tsx';
import { CapeCard } from './cape-card.tsx';
import { ContractsCard } from './contracts-card.tsx';
import { SettlementCard } from './settlement-card.tsx';

/** The member's contracts and what follows from them: accumulation, settlement of the variable part, benefits. */
export function ContractPage(): JSX.Element {
  const { t } = useTranslation('contract');
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <WithFigures>
        {(figures, cooperative) => (
          <Stack gap="md">
            <ContractsCard settings={figures.settings.body} />
            {figures.settings.body.contract.kind === 'cape' && <CapeCard figures={figures} />}
            {figures.settings.body.contract.kind === 'cesa' && (
              <SettlementCard figures={figures} cooperative={cooperative} />
            )}
            <BenefitsCard
              figures={figures}
              benefits={benefitsFor(cooperative.benefits ?? [], figures.settings.body.contract)}
            />
          </Stack>
        )}
      </WithFigures>
    </>
  );
}
