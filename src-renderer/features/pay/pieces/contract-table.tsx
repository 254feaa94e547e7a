import { Table } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { workingTimeOf } from '../../../../shared/contract/working-time-of.ts';
import type { Contract } from '../../../../shared/records/contract.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { workingTimeWords } from './working-time-words.ts';

/** Contracts one after the other; `actions` stand at the end of each line. */
export function ContractTable(props: {
  readonly contracts: readonly Contract[];
  readonly actions?: (contract: Contract) => ReactNode;
}): JSX.Element {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const { contracts, actions } = props;
  return (
    <Table.ScrollContainer minWidth={actions === undefined ? 560 : 720} tabIndex={0} aria-label={t('contracts')}>
      <Table aria-label={t('contracts')} data-testid="contracts">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('kind')}</Table.Th>
            <Table.Th>{t('from')}</Table.Th>
            <Table.Th>{t('until')}</Table.Th>
            <Table.Th>{t('workingTime')}</Table.Th>
            <Table.Th ta="right">{t('fixedPart')}</Table.Th>
            {actions !== undefined && <Table.Th>{t('actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contracts.map((contract) => (
            <Table.Tr key={contract.startDate}>
              <Table.Td>
                {t(`kind.${contract.kind}`)}
                {contract.isAssociate === true && `, ${t('associate')}`}
                {contract.isCadre && `, ${t('cadre')}`}
              </Table.Td>
              <Table.Td>{format.date(contract.startDate)}</Table.Td>
              <Table.Td>{contract.endDate === undefined ? t('open') : format.date(contract.endDate)}</Table.Td>
              <Table.Td>{workingTimeWords(workingTimeOf(contract), t)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {contract.fixedGrossCents === undefined ? '' : format.money(contract.fixedGrossCents)}
              </Table.Td>
              {actions !== undefined && <Table.Td>{actions(contract)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
