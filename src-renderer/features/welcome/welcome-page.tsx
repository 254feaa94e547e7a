import type { JSX } from 'react';
import type { Session } from '../../session/session.ts';

export function WelcomePage(props: { readonly onOpen: (session: Session) => void }): JSX.Element {
  return <p>{typeof props.onOpen}</p>;
}
