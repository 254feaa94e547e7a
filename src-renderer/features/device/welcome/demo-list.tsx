import { Alert, Button, Group, Loader, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { DemoPerson } from '../../../session/api.ts';
import { listDemoPersons } from '../../../session/api.ts';
import type { LocalAccount } from '../../../session/local-accounts.ts';
import type { Session } from '../../../session/session.ts';
import { openDemo } from '../../../session/session.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { AddressWarning } from './address-warning.tsx';
import { offerPersons } from './demo-persons.ts';
import { useAttempt } from './use-attempt.ts';
import { ViewHeader } from './view-header.tsx';
import classes from './welcome.module.css';

/** The persons of the demonstration: from the server, or those opened here before. */
export function DemoList(props: {
  readonly known: readonly LocalAccount[];
  readonly onOpen: (session: Session) => void;
}): JSX.Element {
  const { t } = useTranslation('welcome');
  const { t: tCommon } = useTranslation();
  const attempt = useAttempt(props.onOpen);
  const [fromServer, setFromServer] = useState<readonly DemoPerson[]>();
  const [error, setError] = useState<AppError>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void listDemoPersons().then((answer) => {
      if (!isCurrent) return;
      setFromServer(answer.ok ? answer.value : []);
      setError(answer.ok ? undefined : answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [tries]);
  const persons = offerPersons(fromServer ?? [], props.known);
  const notice = error?.code === 'network.refused' ? t('demoRefused') : t('demoOffline');

  return (
    <>
      <ViewHeader title={t('demoTitle')} hint={t('demoHint')} />
      {attempt.error === undefined && <AddressWarning />}
      {fromServer === undefined && (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text size="sm">{t('demoLoading')}</Text>
        </Group>
      )}
      {error !== undefined && (
        <Alert color="yellow" variant="light" role="status">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{persons.length === 0 && error.code !== 'network.refused' ? t('demoNobody') : notice}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setFromServer(undefined);
                setTries(tries + 1);
              }}
            >
              {tCommon('tryAgain')}
            </Button>
          </Stack>
        </Alert>
      )}
      <ErrorMessage error={attempt.error} />
      {fromServer !== undefined && persons.length > 0 && (
        <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('demoTitle')}>
          {persons.map((person) => (
            <Paper component="li" withBorder key={person.account}>
              <UnstyledButton
                className={classes['choice']}
                disabled={attempt.isBusy}
                data-testid={`demo-${person.account}`}
                onClick={() => void attempt.run(() => openDemo(person.account))}
              >
                <Group wrap="nowrap" gap="sm">
                  <div style={{ flex: 1, minWidth: 0 }}>
                    <Text fw={600}>{person.displayName}</Text>
                    <Text size="sm" c="dimmed">
                      {person.role === 'member' ? person.activityName || t('roleMember') : t('roleSupportTeam')}
                    </Text>
                  </div>
                  <IconChevronRight size={18} stroke={1.5} aria-hidden />
                </Group>
              </UnstyledButton>
            </Paper>
          ))}
        </Stack>
      )}
    </>
  );
}
