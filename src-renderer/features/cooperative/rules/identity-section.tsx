import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { saveCooperativeRules } from '../../../data/commands/cooperative/save-cooperative-rules.ts';
import { useSession } from '../../../session/session-context.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { readIdentity, startIdentity } from './identity-draft.ts';
import { IdentityFields } from './identity-fields.tsx';

/** Name, numbers and address of the cooperative. */
export function IdentitySection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const { store } = useSession();
  const { cooperative } = props;
  const [draft, setDraft] = useState(() => startIdentity(cooperative.body));
  return (
    <EditorFrame
      title={t('identity.title')}
      onCancel={() => {
        setDraft(startIdentity(cooperative.body));
      }}
      onSaved={() => {
        notifications.show({ message: t('saved') });
      }}
      onSave={async () => {
        const identity = readIdentity(draft, cooperative.body);
        return identity.ok ? saveCooperativeRules(store, cooperative, 'identity', identity.value) : identity;
      }}
    >
      <Text size="sm" c="dimmed">
        {t('identity.hint')}
      </Text>
      <IdentityFields draft={draft} onChange={setDraft} />
    </EditorFrame>
  );
}
