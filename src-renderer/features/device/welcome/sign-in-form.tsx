import { Badge, Button, Group, Radio, Stack, Text } from '@mantine/core';
import type { JSX, SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalAccount } from '../../../session/local-accounts.ts';
import type { Session } from '../../../session/session.ts';
import { openDemo, signIn } from '../../../session/session.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PasswordField } from './password-field.tsx';
import { useAttempt } from './use-attempt.ts';
import { ViewHeader } from './view-header.tsx';

/** Sign-in on a device that knows people already; no network is needed. */
export function SignInForm(props: {
  readonly known: readonly LocalAccount[];
  readonly onOpen: (session: Session) => void;
}): JSX.Element {
  const { known, onOpen } = props;
  const { t } = useTranslation('welcome');
  const attempt = useAttempt(onOpen);
  const [chosen, setChosen] = useState(() => keyOf(known[0]));
  const [password, setPassword] = useState('');
  const account = known.find((entry) => keyOf(entry) === chosen)?.account;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (account === undefined) return;
    void attempt.run(() => (account.isDemo ? openDemo(account.account) : signIn(account.account, password)));
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <ViewHeader title={t('signInTitle')} hint={t('signInHint')} />
        <Radio.Group
          label={t('chooseAccount')}
          value={chosen}
          onChange={(value) => {
            setChosen(value);
            attempt.forget();
          }}
        >
          <Stack gap="xs" mt={4}>
            {known.map((entry) => (
              <AccountCard key={keyOf(entry)} entry={entry} value={keyOf(entry)} />
            ))}
          </Stack>
        </Radio.Group>
        {account?.isDemo === false && (
          <PasswordField
            label={t('password')}
            value={password}
            autoFocus
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
        )}
        <ErrorMessage error={attempt.error} />
        <Button type="submit" loading={attempt.isBusy} data-testid="sign-in">
          {t('signIn')}
        </Button>
        {account?.isDemo === false && (
          <Text size="xs" c="dimmed">
            {t('forgotten')}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function AccountCard({ entry, value }: { readonly entry: LocalAccount; readonly value: string }): JSX.Element {
  const { t } = useTranslation('welcome');
  const { account } = entry;
  const role = t(account.role === 'member' ? 'roleMember' : 'roleSupportTeam');
  return (
    <Radio.Card value={value} p="sm" aria-label={`${account.displayName}, ${account.cooperative}`}>
      <Group wrap="nowrap" gap="sm">
        <Radio.Indicator />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={600} truncate>
            {account.displayName}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {role} · {account.cooperative}
          </Text>
        </div>
        {account.isDemo && (
          <Badge variant="light" color="yellow" tt="none" c="var(--mantine-color-text)">
            {t('demoTitle')}
          </Badge>
        )}
      </Group>
    </Radio.Card>
  );
}

function keyOf(entry: LocalAccount | undefined): string {
  return entry === undefined ? '' : `${entry.account.isDemo ? 'demo' : 'coop'}:${entry.account.account}`;
}
