import { Fieldset, SimpleGrid, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../shared/core/result.ts';
import { createCooperative } from '../../../data/commands/cooperative/save-cooperative-rules.ts';
import { localToday } from '../../../data/local-today.ts';
import { useSession } from '../../../session/session-context.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { EmployerFields } from './employer-fields.tsx';
import { readFacts } from './employer-draft.ts';
import { readIdentity, startIdentity } from './identity-draft.ts';
import { IdentityFields } from './identity-fields.tsx';
import { readRuleDraft, startRuleDraft } from './rule-draft.ts';

/** The first settings of a cooperative: who it is, one contribution rule for everybody, its headcount and work-accident rate. */
export function StartCooperative({ onCancel }: { readonly onCancel: () => void }): JSX.Element {
  const { t } = useTranslation('rules');
  const { store } = useSession();
  const [from] = useState(() => `${localToday().slice(0, 4)}-01-01`);
  const [identity, setIdentity] = useState(() => startIdentity(undefined));
  const [rule, setRule] = useState(() => ({
    ...startRuleDraft(undefined, from),
    version: t('identity.firstName', { year: from.slice(0, 4) }),
  }));
  const [facts, setFacts] = useState({
    from,
    headcount: undefined as number | undefined,
    atmpRatePpm: undefined as number | undefined,
    source: '',
  });

  async function save(): Promise<Result<unknown>> {
    const who = readIdentity(identity, undefined);
    if (!who.ok) return who;
    const first = readRuleDraft(rule, undefined);
    if (!first.ok) return first;
    const employer = readFacts(facts, undefined, t('employer.title'));
    if (!employer.ok) return employer;
    return createCooperative(store, {
      ...who.value,
      contributionRules: [first.value],
      employerFacts: [employer.value],
    });
  }

  return (
    <EditorFrame title={t('identity.start')} onSave={save} onCancel={onCancel}>
      <IdentityFields draft={identity} onChange={setIdentity} />
      <Fieldset legend={t('identity.firstRule')} p="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          <DateField
            label={t('field.from')}
            value={rule.from}
            onValue={(from) => {
              setRule({ ...rule, from });
            }}
          />
          <RateInput
            label={t('field.ratePpm')}
            rate={rule.ratePpm}
            onValue={(ratePpm) => {
              setRule({ ...rule, ratePpm });
            }}
          />
          <TextInput
            label={t('field.source')}
            placeholder={t('sourceHint')}
            maxLength={200}
            value={rule.source}
            onChange={(event) => {
              setRule({ ...rule, source: event.currentTarget.value });
            }}
          />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('employer.title')} p="sm">
        <EmployerFields draft={facts} onChange={setFacts} />
      </Fieldset>
    </EditorFrame>
  );
}
