import { Anchor } from '@mantine/core';
import type { JSX } from 'react';

/** A way to another view of the first screen, written as a link. */
export function ViewLink(props: {
  readonly label: string;
  readonly testId: string;
  readonly onFollow: () => void;
}): JSX.Element {
  return (
    <div>
      <Anchor component="button" type="button" size="sm" ta="left" onClick={props.onFollow} data-testid={props.testId}>
        {props.label}
      </Anchor>
    </div>
  );
}
