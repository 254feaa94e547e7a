import { Center, Loader, MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppRoutes } from './app-routes.tsx';
import type { Session } from './session/session.ts';
import { closeSession, reopen } from './session/session.ts';
import { SessionProvider } from './session/session-context.tsx';
import { AppFrame } from './frame/app-frame.tsx';
import { ScreenBoundary } from './frame/screen-boundary.tsx';
import { theme } from './ui/theme.ts';
import { useUpdateNotice } from './frame/use-update-notice.tsx';

const WelcomePage = lazy(() =>
  import('./features/device/welcome/welcome-page.tsx').then((m) => ({ default: m.WelcomePage })),
);

export function App(): JSX.Element {
  const { t } = useTranslation();
  useUpdateNotice();
  const [session, setSession] = useState<Session | 'none' | 'reading'>('reading');

  useEffect(() => {
    let isCurrent = true;
    void reopen().then((found) => {
      if (isCurrent) setSession(found ?? 'none');
      else if (found !== undefined) void closeSession(found);
    });
    return () => {
      isCurrent = false;
    };
  }, []);

  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ModalsProvider modalProps={{ closeButtonProps: { 'aria-label': t('close') } }}>
        <Notifications position="bottom-right" />
        <ScreenBoundary>
          <Suspense fallback={<Waiting />}>
            {session === 'reading' ? (
              <Waiting />
            ) : session === 'none' ? (
              <WelcomePage onOpen={setSession} />
            ) : (
              <SessionProvider
                session={session}
                onClose={() => {
                  void closeSession(session).then(() => {
                    setSession('none');
                  });
                }}
              >
                <AppFrame>
                  <ScreenBoundary>
                    <Suspense fallback={<Waiting />}>
                      <AppRoutes />
                    </Suspense>
                  </ScreenBoundary>
                </AppFrame>
              </SessionProvider>
            )}
          </Suspense>
        </ScreenBoundary>
      </ModalsProvider>
    </MantineProvider>
  );
}

function Waiting(): JSX.Element {
  return (
    <Center mih="60vh">
      <Loader aria-label="Sillon" />
    </Center>
  );
}
