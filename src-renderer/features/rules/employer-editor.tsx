import { SimpleGrid, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/core/result.ts';
import { ok } from '../../../shared/core/result.ts';
import { parseAmount } from '../../../shared/money/parse.ts';
import type { CooperativeSettingsBody } from '../../../shared/records/cooperative-settings.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { invalidRule } from '../../../shared/rules/invalid-rule.ts';
import { isPlainDate } from '../../../shared/time/plain-date.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { RateInput } from '../../ui/rate-input.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { nextMonthStart } from './next-month-start.ts';
import { useSaveList } from './use-save-list.ts';

type EmployerFacts = CooperativeSettingsBody['employerFacts'][number];

interface FactsDraft {
  readonly from: string;
  readonly headcount: number | undefined;
  readonly atmpRatePpm: number | undefined;
  readonly source: string;
}

/** The employer's facts from a date on. */
export function EmployerEditor(props: {
  readonly cooperative: RecordOf<'cooperativeSettings'>;
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
      onSave={async () => {
        const next = readFacts(draft, facts, t('employer.title'));
        if (!next.ok) return next;
        const done = await save(facts, next.value);
        if (done.ok) onDone();
        return done;
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <TextInput
          type="date"
          autoFocus
          label={t('field.from')}
          value={draft.from}
          onChange={(event) => {
            setDraft({ ...draft, from: event.currentTarget.value });
          }}
        />
        <DecimalInput
          label={t('field.headcount')}
          inputMode="numeric"
          value={draft.headcount}
          write={String}
          read={(text) => parseAmount(text, 0)}
          onValue={(headcount) => {
            setDraft({ ...draft, headcount });
          }}
        />
        <RateInput
          label={t('field.atmpRatePpm')}
          rate={draft.atmpRatePpm}
          onValue={(atmpRatePpm) => {
            setDraft({ ...draft, atmpRatePpm });
          }}
        />
        <TextInput
          label={t('field.source')}
          placeholder={t('employer.sourceHint')}
          maxLength={200}
          value={draft.source}
          onChange={(event) => {
            setDraft({ ...draft, source: event.currentTarget.value });
          }}
        />
      </SimpleGrid>
    </EditorFrame>
  );
}

const MOST_PEOPLE = 100_000;

function readFacts(draft: FactsDraft, old: EmployerFacts | undefined, name: string): Result<EmployerFacts> {
  const { from, headcount = 0, atmpRatePpm } = draft;
  const source = draft.source.trim();
  if (!isPlainDate(from)) return invalidRule(name, 'from');
  if (headcount < 1 || headcount > MOST_PEOPLE) return invalidRule(name, 'headcount');
  if (atmpRatePpm === undefined) return invalidRule(name, 'atmpRatePpm');
  if (source === '') return invalidRule(name, 'source', 'rules.sourceMissing');
  return ok({ ...old, from, headcount, atmpRatePpm, source });
}
