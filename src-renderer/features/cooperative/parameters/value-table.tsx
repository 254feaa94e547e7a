import { Button, Table } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterChange } from '../../../../shared/salary/change-parameter.ts';
import { listParameterValues } from '../../../../shared/salary/compare-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useParameterWords } from './use-parameter-words.ts';
import classes from './value-form.module.css';
import { ValueForm } from './value-form.tsx';

/** Every value with its text and date; with `onChange`, each number can be changed. */
export function ValueTable(props: {
  readonly parameters: PayrollParameters;
  readonly onChange?: (path: string, change: ParameterChange) => void;
  /** The path of the value that stands open, with what was typed and not applied yet. */
  readonly onOpen?: (path: string | undefined) => void;
}): JSX.Element {
  const { t } = useTranslation('parameters');
  const format = useFormat();
  const words = useParameterWords();
  const { onChange } = props;
  const values = useMemo(() => [...listParameterValues(props.parameters)], [props.parameters]);
  const [editing, setOpen] = useState<string>();
  // The keyboard goes on where the form was opened.
  const [closed, setClosed] = useState<string>();
  const setEditing = (path: string | undefined): void => {
    setClosed(editing);
    setOpen(path);
    props.onOpen?.(path);
  };
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('values')} className={classes['frame'] ?? ''}>
      <Table fz="sm" aria-label={t('values')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('value')}</Table.Th>
            <Table.Th ta="right" />
            <Table.Th>{t('source')}</Table.Th>
            <Table.Th>{t('since')}</Table.Th>
            {onChange !== undefined && <Table.Th />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {values.map(([path, { unit, value, legal }]) =>
            editing === path && typeof value === 'number' && onChange !== undefined ? (
              <Table.Tr key={path}>
                <Table.Td colSpan={5}>
                  <ValueForm
                    name={words.name(path)}
                    unit={unit}
                    shown={words.value(unit, value)}
                    legal={legal}
                    onCancel={() => {
                      setEditing(undefined);
                    }}
                    onApply={(change) => {
                      onChange(path, change);
                      setEditing(undefined);
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            ) : (
              <Table.Tr key={path}>
                <Table.Td>{words.name(path)}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {words.value(unit, value)}
                </Table.Td>
                <Table.Td>{legal.source}</Table.Td>
                <Table.Td>{format.date(legal.since)}</Table.Td>
                {onChange !== undefined && (
                  <Table.Td>
                    {typeof value === 'number' && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        autoFocus={closed === path}
                        disabled={editing !== undefined}
                        onClick={() => {
                          setEditing(path);
                        }}
                      >
                        {t('change')}
                        <span className="visually-hidden"> : {words.name(path)}</span>
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
