import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { EditorFrame } from './editor-frame.tsx';
import type { EmployerFacts, FactsDraft } from './employer-draft.ts';
import { readFacts } from './employer-draft.ts';
import { EmployerFields } from './employer-fields.tsx';
import { nextMonthStart } from './next-month-start.ts';
import { useSaveList } from './use-save-list.ts';

/** The employer's facts from a date on. */
export function EmployerEditor(props: {
  readonly cooperative: SettingsInForce;
  readonly facts: EmployerFacts | undefined;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative, facts, onDone } = props;
  const save = useSaveList(cooperative, 'employer', 'employerFacts');
  const [draft, setDraft] = useState<FactsDraft>({
    from: facts?.from ?? nextMonthStart(),
    headcount: facts?.headcount,
    atmpRatePpm: facts?.atmpRatePpm,
    source: facts?.source ?? '',
  });
  return (
    <EditorFrame
      title={facts === undefined ? t('employer.add') : t('editOf', { name: format.date(facts.from) })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        const next = readFacts(draft, facts, t('employer.title'));
        return next.ok ? save(facts, next.value) : next;
      }}
    >
      <EmployerFields draft={draft} onChange={setDraft} />
    </EditorFrame>
  );
}
