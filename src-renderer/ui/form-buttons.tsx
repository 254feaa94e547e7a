import type { MantineSize } from '@mantine/core';
import { Button, Group } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly submitLabel: ReactNode;
  readonly isSaving?: boolean;
  readonly isDisabled?: boolean;
  readonly testId?: string;
  readonly onCancel?: (() => void) | undefined;
}

/** The buttons at the foot of a form that stands in a screen. */
export function FormButtons(
  props: Props & {
    readonly size?: MantineSize;
    readonly onRemove?: (() => void) | undefined;
    /** What is said beside the buttons. */
    readonly children?: ReactNode;
  },
): JSX.Element {
  const { t } = useTranslation();
  const { size = 'sm', onCancel, onRemove } = props;
  return (
    <Group gap="xs">
      <Button
        type="submit"
        size={size}
        loading={props.isSaving ?? false}
        disabled={props.isDisabled ?? false}
        data-testid={props.testId}
      >
        {props.submitLabel}
      </Button>
      {onCancel !== undefined && (
        <Button size={size} variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
      {onRemove !== undefined && (
        <Button size={size} variant="subtle" color="red" onClick={onRemove}>
          {t('remove')}
        </Button>
      )}
      {props.children}
    </Group>
  );
}

/** The buttons at the foot of a form in a window: on the right, the way out before the step. */
export function DialogButtons(
  props: Props & {
    readonly color?: 'red';
    /** The focus starts on the way out: the step cannot be taken back. */
    readonly startsOnCancel?: boolean;
  },
): JSX.Element {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button
        variant="default"
        onClick={props.onCancel}
        {...(props.startsOnCancel === true && { 'data-autofocus': true })}
      >
        {t('cancel')}
      </Button>
      <Button
        type="submit"
        loading={props.isSaving ?? false}
        disabled={props.isDisabled ?? false}
        data-testid={props.testId}
        {...(props.color !== undefined && { color: props.color })}
      >
        {props.submitLabel}
      </Button>
    </Group>
  );
}
