import { Box } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import type { Result } from '../../../../shared/core/result.ts';
import { FormFrame } from '../../../ui/form-frame.tsx';
import { RuleError } from './rule-error.tsx';

/** The form around the fields of one rule. */
export function EditorFrame(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onSave: () => Promise<Result<unknown>>;
  readonly onSaved?: () => void;
  readonly onCancel: () => void;
}): JSX.Element {
  return (
    <Box mt="md">
      <FormFrame {...props} showError={(error) => <RuleError error={error} />} testId="save-rule" />
    </Box>
  );
}
