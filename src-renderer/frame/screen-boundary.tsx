import { Alert, Button, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashLocation } from 'wouter/use-hash-location';

/** Keeps the rest of Sillon alive when one screen cannot be loaded or shown; another address tries again. */
export function ScreenBoundary({ children }: { readonly children: ReactNode }): JSX.Element {
  const [address] = useHashLocation();
  return <Boundary address={address}>{children}</Boundary>;
}

interface BoundaryProps {
  readonly address: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failedAt: string | undefined;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { failedAt: undefined };

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.address });
  }

  static getDerivedStateFromError(): BoundaryState {
    // The address is added once the failure has been noticed; until then any address is the failed one.
    return { failedAt: '' };
  }

  override render(): ReactNode {
    const { failedAt } = this.state;
    const isFailed = failedAt === '' || failedAt === this.props.address;
    return isFailed ? <FailedScreen /> : this.props.children;
  }
}

function FailedScreen(): JSX.Element {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" title={t('screenFailed')} m="md" maw={640} data-testid="screen-failed">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('screenFailedHint')}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('updateNow')}
        </Button>
      </Stack>
    </Alert>
  );
}
