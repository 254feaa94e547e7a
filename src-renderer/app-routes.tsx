import type { JSX } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { screensOf } from './features.ts';
import { useSession } from './session/session-context.tsx';

/** One address a screen, kept in the hash so that it works from any origin. */
export function AppRoutes(): JSX.Element {
  const { account } = useSession();
  return (
    <Router hook={useHashLocation}>
      <Switch>
        {screensOf(account.role).map(({ path, component }) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route>
          <Redirect to="/" />
        </Route>
      </Switch>
    </Router>
  );
}
