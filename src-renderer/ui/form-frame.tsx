import { Paper, Stack, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { FormButtons } from './form-buttons.tsx';

/** A form with a title in a screen: Enter saves once, Escape gives up, what is wrong is said next to the buttons. */
export function FormFrame(props: {
  readonly title: string;
  readonly children: ReactNode;
  /** `undefined` when a field says itself what is wrong with it. */
  readonly onSave: () => Promise<Result<unknown> | undefined>;
  readonly onSaved?: (() => void) | undefined;
  readonly onCancel: () => void;
  readonly showError: (error: AppError | undefined) => ReactNode;
  readonly testId: string;
}): JSX.Element {
  const { t } = useTranslation();
  const [error, setError] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const titleId = useId();

  async function save(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const done = await props.onSave();
    setIsSaving(false);
    setError(done?.ok === false ? done.error : undefined);
    if (done?.ok === true) props.onSaved?.();
  }

  return (
    <Paper
      withBorder
      p="md"
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
        {props.showError(error)}
        <FormButtons submitLabel={t('save')} isSaving={isSaving} onCancel={props.onCancel} testId={props.testId} />
      </Stack>
    </Paper>
  );
}
