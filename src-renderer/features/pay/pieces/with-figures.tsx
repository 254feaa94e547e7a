import { Alert, Skeleton } from '@mantine/core';
import type { JSX } from 'react';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useCooperative } from '../../../session/use-cooperative.ts';
import { useActivityFigures } from '../../books/pieces/use-activity-figures.ts';
import { IncompleteNote } from '../../books/pieces/incomplete-note.tsx';

/** What is shown with the figures of the member's own activity: a placeholder until the book was read, or why there are none. */
export function WithFigures(props: {
  readonly children: (figures: ActivityFigures, cooperative: CooperativeSettings) => JSX.Element;
}): JSX.Element {
  const format = useFormat();
  const figures = useActivityFigures();
  const cooperative = useCooperative();
  if (figures === undefined) return <Skeleton height={360} />;
  if (figures.ok && cooperative !== undefined) {
    return (
      <>
        <IncompleteNote />
        {props.children(figures.value, cooperative.body)}
      </>
    );
  }
  return (
    <Alert color="orange" role="alert">
      {figures.ok ? null : format.error(figures.error)}
    </Alert>
  );
}
