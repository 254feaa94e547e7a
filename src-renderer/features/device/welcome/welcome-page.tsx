import { Group, Loader, Paper, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalAccount } from '../../../session/local-accounts.ts';
import { listLocalAccounts } from '../../../session/local-accounts.ts';
import type { Session } from '../../../session/session.ts';
import { AppearanceSwitches } from '../../../ui/appearance-switches.tsx';
import { AccountForm } from './account-form.tsx';
import { BackupForm } from './backup-form.tsx';
import { DemoList } from './demo-list.tsx';
import type { FirstTimeChoice } from './first-time-choices.tsx';
import { FirstTimeChoices } from './first-time-choices.tsx';
import { JoinForm } from './join-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { ViewLink } from './view-link.tsx';
import { WelcomePicture } from './welcome-picture.tsx';
import classes from './welcome.module.css';

type View = 'signIn' | 'choices' | FirstTimeChoice;

/** Before an account is open: sign in on a known device, else one of the three ways to begin. */
export function WelcomePage({ onOpen }: { readonly onOpen: (session: Session) => void }): JSX.Element {
  const { t } = useTranslation('welcome');
  const [known, setKnown] = useState<readonly LocalAccount[]>();
  const [chosenView, setView] = useState<View>();
  useEffect(() => {
    document.title = `${t('title')} · Sillon`;
  }, [t]);
  useEffect(() => {
    let isCurrent = true;
    void listLocalAccounts()
      .catch(() => [])
      .then((accounts) => {
        if (isCurrent) setKnown(accounts);
      });
    return () => {
      isCurrent = false;
    };
  }, []);
  const view = chosenView ?? (known === undefined || known.length === 0 ? 'choices' : 'signIn');
  const before: View | undefined =
    view === 'signIn' ? undefined : view === 'choices' ? (known?.length ? 'signIn' : undefined) : 'choices';

  return (
    <div className={classes['page']}>
      <aside className={classes['aside']}>
        <WelcomePicture />
      </aside>
      <main className={classes['main']} id="content">
        <Group justify="flex-end" gap="xs" p="sm">
          <AppearanceSwitches />
        </Group>
        <div className={classes['centre']}>
          <Paper w="100%" maw={480} p={{ base: 'xs', sm: 'md' }} bg="transparent">
            {known === undefined ? (
              <Loader aria-label={t('busy')} />
            ) : (
              <Stack gap="lg" key={view}>
                <CurrentView view={view} known={known} onOpen={onOpen} onChoose={setView} />
                {view === 'signIn' && (
                  <ViewLink
                    label={t('otherPerson')}
                    testId="other-person"
                    onFollow={() => {
                      setView('choices');
                    }}
                  />
                )}
                {before !== undefined && (
                  <ViewLink
                    label={before === 'signIn' ? t('backToSignIn') : t('backToChoices')}
                    testId="back"
                    onFollow={() => {
                      setView(before);
                    }}
                  />
                )}
              </Stack>
            )}
          </Paper>
        </div>
      </main>
    </div>
  );
}

function CurrentView(props: {
  readonly view: View;
  readonly known: readonly LocalAccount[];
  readonly onOpen: (session: Session) => void;
  readonly onChoose: (view: View) => void;
}): JSX.Element {
  const { view, known, onOpen, onChoose } = props;
  switch (view) {
    case 'signIn':
      return <SignInForm known={known} onOpen={onOpen} />;
    case 'choices':
      return <FirstTimeChoices onChoose={onChoose} />;
    case 'demo':
      return <DemoList known={known} onOpen={onOpen} />;
    case 'join':
      return <JoinForm onOpen={onOpen} />;
    case 'account':
      return <AccountForm onOpen={onOpen} />;
    case 'backup':
      return <BackupForm known={known} onOpen={onOpen} />;
  }
}
