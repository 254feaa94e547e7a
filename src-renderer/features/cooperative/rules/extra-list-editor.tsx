import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import type { ExtraPayList } from '../../../../shared/cooperative/check-extra-pay-lines.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { ExtraLineFields } from './extra-line-fields.tsx';
import { emptyExtraLine, readExtraList, startExtraList } from './extra-list-draft.ts';
import { LineList } from './line-list.tsx';
import { nextMonthStart } from './next-month-start.ts';
import { useSaveList } from './use-save-list.ts';

const MOST_LINES = 20;

/** A dated list of the lines added to each pay; a new one starts as a copy of the latest. */
export function ExtraListEditor(props: {
  readonly cooperative: SettingsInForce;
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
      <DateField
        maw={220}
        autoFocus
        label={t('field.from')}
        value={draft.from}
        onValue={(from) => {
          setDraft({ ...draft, from });
        }}
      />
      <LineList
        lines={draft.lines}
        onLines={(lines) => {
          setDraft({ ...draft, lines });
        }}
        addLabel={t('addLine')}
        newLine={() => emptyExtraLine(draft.from)}
        most={MOST_LINES}
      >
        {(line, editing) => <ExtraLineFields {...editing} line={line} />}
      </LineList>
    </EditorFrame>
  );
}
