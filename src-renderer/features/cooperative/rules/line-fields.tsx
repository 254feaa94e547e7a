import { SimpleGrid } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LineFieldset } from './line-fieldset.tsx';

interface Line<B extends string> {
  readonly label: string;
  readonly base: B;
  readonly source: string;
}

/** The fields of one line of a pay: what it is called, what it is taken from, how much, and its source. */
export function LineFields<B extends string>(props: {
  readonly position: number;
  readonly line: Line<B>;
  readonly bases: readonly { readonly value: B; readonly label: string }[];
  /** The amount or the rate, as the base wants it. */
  readonly value: ReactNode;
  /** Between the label and the base. */
  readonly side?: ReactNode;
  /** After the source. */
  readonly since?: ReactNode;
  /** Below all fields. */
  readonly children?: ReactNode;
  readonly onChange: (change: Partial<Line<B>>) => void;
  readonly onRemove?: (() => void) | undefined;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { line, onChange } = props;
  return (
    <LineFieldset legend={line.label || t('lineOf', { position: props.position })} onRemove={props.onRemove}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <TextField
          label={t('field.label')}
          value={line.label}
          onValue={(label) => {
            onChange({ label });
          }}
        />
        {props.side}
        <ChoiceField
          label={t('lineBase')}
          value={line.base}
          choices={props.bases}
          onValue={(base) => {
            onChange({ base });
          }}
        />
        {props.value}
        <TextField
          label={t('field.source')}
          value={line.source}
          onValue={(source) => {
            onChange({ source });
          }}
        />
        {props.since}
      </SimpleGrid>
      {props.children}
    </LineFieldset>
  );
}
