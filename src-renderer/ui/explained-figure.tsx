import { Button, Collapse, Table, Text } from '@mantine/core';
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

/** The lines of an explanation as a table; on a telephone base and rate stand under the name, rule and source always do. */
export function ExplanationTable(props: {
  readonly lines: readonly ExplanationLine[];
  readonly label: string;
}): JSX.Element {
  const { t } = useTranslation();
  const hasBase = props.lines.some(({ base, rate }) => base !== undefined || rate !== undefined);
  return (
    <Table.ScrollContainer minWidth={0} tabIndex={0} aria-label={props.label}>
      <Table striped fz="sm" aria-label={props.label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('label')}</Table.Th>
            {hasBase && (
              <>
                <Table.Th ta="right" visibleFrom="xs">
                  {t('base')}
                </Table.Th>
                <Table.Th ta="right" visibleFrom="xs">
                  {t('rate')}
                </Table.Th>
              </>
            )}
            <Table.Th ta="right">{t('amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.lines.map((line, index) => (
            <ExplanationRow key={`${line.label}-${String(index)}`} line={line} hasBase={hasBase} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ExplanationRow({ line, hasBase }: { readonly line: ExplanationLine; readonly hasBase: boolean }): JSX.Element {
  const { t } = useTranslation();
  const { label, base, rate, amount, rule, source } = line;
  const origin = [rule, source].filter((part) => part !== undefined && part !== '').join(' · ');
  return (
    <Table.Tr>
      <Table.Td>
        {label}
        {base !== undefined && (
          <Text size="xs" className="figures" hiddenFrom="xs" style={{ whiteSpace: 'normal' }}>
            {rate === undefined ? base : t('baseTimesRate', { base, rate })}
          </Text>
        )}
        {origin !== '' && (
          <Text size="xs" c="dimmed">
            {origin}
          </Text>
        )}
      </Table.Td>
      {hasBase && (
        <>
          <Table.Td className="figures" ta="right" visibleFrom="xs">
            {base}
          </Table.Td>
          <Table.Td className="figures" ta="right" visibleFrom="xs">
            {rate}
          </Table.Td>
        </>
      )}
      <Table.Td className="figures" ta="right">
        {amount}
      </Table.Td>
    </Table.Tr>
  );
}
