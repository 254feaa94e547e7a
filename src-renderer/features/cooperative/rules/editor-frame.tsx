import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { RuleError } from './rule-error.tsx';

/** The form around the fields of one rule: Enter saves, Escape gives up, what is wrong is said next to the buttons. */
export function EditorFrame(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onSave: () => Promise<Result<unknown>>;
  readonly onCancel: () => void;
}): JSX.Element {
  const { t: tCommon } = useTranslation();
  const [error, setError] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const titleId = useId();

  async function save(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const done = await props.onSave();
    setIsSaving(false);
    setError(done.ok ? undefined : done.error);
  }

  return (
    <Paper
      withBorder
      p="md"
      mt="md"
      component="form"
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        // In an open list of choices the key closes the list.
        const isInList = event.target instanceof HTMLElement && event.target.dataset['expanded'] !== undefined;
        if (event.key === 'Escape' && !isInList) props.onCancel();
      }}
    >
      <Title order={3} size="h4" id={titleId} mb="sm">
        {props.title}
      </Title>
      <Stack gap="md">
        {props.children}
        <RuleError error={error} />
        <Group gap="xs">
          <Button type="submit" loading={isSaving} data-testid="save-rule">
            {tCommon('save')}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {tCommon('cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
