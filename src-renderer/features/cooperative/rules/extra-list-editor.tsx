import { Button, Group, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { ExtraPayList } from '../../../../shared/cooperative/check-extra-pay-lines.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { EditorFrame } from './editor-frame.tsx';
import { ExtraLineFields } from './extra-line-fields.tsx';
import { emptyExtraLine, readExtraList, startExtraList } from './extra-list-draft.ts';
import { nextMonthStart } from './next-month-start.ts';
import { useSaveList } from './use-save-list.ts';

/** A dated list of the lines added to each pay; a new one starts as a copy of the latest. */
export function ExtraListEditor(props: {
  readonly cooperative: RecordOf<'cooperativeSettings'>;
  readonly list: ExtraPayList | undefined;
  readonly latest: ExtraPayList | undefined;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative, list, latest, onDone } = props;
  const save = useSaveList(cooperative, 'extraLines', 'extraPayLines');
  const [draft, setDraft] = useState(() => startExtraList(list ?? latest, list?.from ?? nextMonthStart()));
  return (
    <EditorFrame
      title={list === undefined ? t('extraLines.add') : t('editOf', { name: format.date(list.from) })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        const next = readExtraList(draft, list);
        return next.ok ? save(list, next.value) : next;
      }}
    >
      <TextInput
        type="date"
        maw={220}
        autoFocus
        label={t('field.from')}
        value={draft.from}
        onChange={(event) => {
          setDraft({ ...draft, from: event.currentTarget.value });
        }}
      />
      {draft.lines.map((line, index) => (
        // Lines are told apart by their place while they are typed.
        <ExtraLineFields
          key={index}
          position={index + 1}
          line={line}
          onChange={(change) => {
            const lines = draft.lines.map((other, at) => (at === index ? { ...other, ...change } : other));
            setDraft({ ...draft, lines });
          }}
          onRemove={() => {
            setDraft({ ...draft, lines: draft.lines.filter((_, at) => at !== index) });
          }}
        />
      ))}
      <Group>
        <Button
          variant="light"
          size="compact-sm"
          disabled={draft.lines.length >= 20}
          onClick={() => {
            setDraft({ ...draft, lines: [...draft.lines, emptyExtraLine(draft.from)] });
          }}
        >
          {t('addLine')}
        </Button>
      </Group>
    </EditorFrame>
  );
}
