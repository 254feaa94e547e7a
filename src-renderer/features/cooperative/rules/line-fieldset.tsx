import { Button, Fieldset, Group } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The fields of one line or step of a rule, with the way to take it out. */
export function LineFieldset(props: {
  readonly legend: string;
  readonly children: ReactNode;
  /** Absent when the line must stay. */
  readonly onRemove?: (() => void) | undefined;
}): JSX.Element {
  const { t: tCommon } = useTranslation();
  const { legend, children, onRemove } = props;
  return (
    <Fieldset legend={legend} p="sm">
      {children}
      {onRemove !== undefined && (
        <Group justify="flex-end" mt="xs">
          <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
            {tCommon('remove')}
            <span className="visually-hidden"> : {legend}</span>
          </Button>
        </Group>
      )}
    </Fieldset>
  );
}
