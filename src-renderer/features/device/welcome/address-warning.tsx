import type { JSX } from 'react';
import { checkAddress } from '../../../session/check-device.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** Says before anything is typed that Sillon cannot keep books under this address; nothing where it can. */
export function AddressWarning(): JSX.Element | null {
  const address = checkAddress();
  return address.ok ? null : <ErrorMessage error={address.error} />;
}
