import { Button, Collapse, Table } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One line of an explanation: how a part of a figure was computed. */
export interface ExplanationLine {
  readonly label: string;
  readonly base?: string;
  readonly rate?: string;
  readonly amount: string;
  readonly rule?: string;
  readonly source?: string;
}

/** A figure that unfolds to its lines: base × rate, rule version and source. */
export function ExplainedFigure(props: {
  readonly children: ReactNode;
  readonly lines: readonly ExplanationLine[];
  readonly label: string;
}): JSX.Element {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <div>
      {props.children}
      <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
        {isOpen ? t('hideDetail') : t('showDetail')}
        <span className="visually-hidden"> : {props.label}</span>
      </Button>
      <Collapse expanded={isOpen} id={id}>
        <ExplanationTable lines={props.lines} label={props.label} />
      </Collapse>
    </div>
  );
}

/** The lines of an explanation as a table that scrolls on narrow screens. */
export function ExplanationTable(props: {
  readonly lines: readonly ExplanationLine[];
  readonly label: string;
}): JSX.Element {
  const { t } = useTranslation();
  // Columns that no line fills only push the amount out of sight on a telephone.
  const hasBase = props.lines.some(({ base, rate }) => base !== undefined || rate !== undefined);
  const hasRule = props.lines.some(({ rule, source }) => rule !== undefined || source !== undefined);
  return (
    <Table.ScrollContainer minWidth={hasBase || hasRule ? 520 : 0} tabIndex={0} aria-label={props.label}>
      <Table striped fz="sm" aria-label={props.label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('label')}</Table.Th>
            {hasBase && <Table.Th ta="right">{t('base')}</Table.Th>}
            {hasBase && <Table.Th ta="right">{t('rate')}</Table.Th>}
            <Table.Th ta="right">{t('amount')}</Table.Th>
            {hasRule && <Table.Th>{t('rule')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.lines.map((line, index) => (
            <Table.Tr key={`${line.label}-${String(index)}`}>
              <Table.Td>{line.label}</Table.Td>
              {hasBase && (
                <Table.Td className="figures" ta="right">
                  {line.base}
                </Table.Td>
              )}
              {hasBase && (
                <Table.Td className="figures" ta="right">
                  {line.rate}
                </Table.Td>
              )}
              <Table.Td className="figures" ta="right">
                {line.amount}
              </Table.Td>
              {hasRule && (
                <Table.Td c="dimmed">
                  {[line.rule, line.source].filter((part) => part !== undefined && part !== '').join(' · ')}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
