import { SimpleGrid, Textarea } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import type { Territory, WithholdingGrid } from '../../../../shared/records/withholding-grid.ts';
import { territory as territories } from '../../../../shared/records/withholding-grid.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { parseGrid, writeGrid } from './parse-grid.ts';
import { useSaveList } from './use-save-list.ts';

/** One grid of default rates, typed or pasted from the text that sets it. */
export function GridEditor(props: {
  readonly cooperative: SettingsInForce;
  readonly grid: WithholdingGrid | undefined;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { t: tTax } = useTranslation('withholding');
  const format = useFormat();
  const { cooperative, grid, onDone } = props;
  const save = useSaveList(cooperative, 'netPay', 'withholdingGrids');
  const [territory, setTerritory] = useState<Territory>(grid?.territory ?? 'metropole');
  const [from, setFrom] = useState(grid?.from ?? '');
  const [until, setUntil] = useState(grid?.until ?? '');
  const [lines, setLines] = useState(() => writeGrid(grid?.brackets ?? []));
  const [source, setSource] = useState(grid?.source ?? '');
  return (
    <EditorFrame
      title={grid === undefined ? t('netPay.add') : t('editOf', { name: format.date(grid.from) })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        const name = t('netPay.title');
        if (!isPlainDate(from)) return invalidRule(name, 'from');
        if (!isPlainDate(until)) return invalidRule(name, 'until');
        const brackets = parseGrid(lines, name);
        return brackets.ok
          ? save(grid, { ...grid, territory, from, until, brackets: [...brackets.value], source: source.trim() })
          : brackets;
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <ChoiceField
          label={t('netPay.territory')}
          value={territory}
          choices={territories.options.map((value) => ({ value, label: tTax(`territory.${value}`) }))}
          onValue={setTerritory}
        />
        <DateField autoFocus label={t('field.from')} value={from} onValue={setFrom} />
        <DateField label={t('netPay.lastDay')} value={until} onValue={setUntil} />
        <TextField label={t('field.source')} placeholder={t('netPay.sourceHint')} value={source} onValue={setSource} />
      </SimpleGrid>
      <Textarea
        label={t('netPay.linesLabel')}
        description={t('netPay.linesHint')}
        className="figures"
        autosize
        minRows={6}
        maxRows={24}
        value={lines}
        onChange={(event) => {
          setLines(event.currentTarget.value);
        }}
      />
    </EditorFrame>
  );
}
