import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The next rows of a long list, where the keyboard goes on; nothing once all are shown. Stands right behind the list. */
export function ShowMore(props: {
  readonly count: number;
  readonly shown: number;
  readonly atOnce: number;
  readonly onShow: (shown: number) => void;
}): JSX.Element | null {
  const { count, shown, atOnce, onShow } = props;
  const { t } = useTranslation();
  const pressed = useRef<{ readonly box: HTMLElement; readonly place: number }>(undefined);
  useLayoutEffect(() => {
    if (pressed.current === undefined) return;
    const { box, place } = pressed.current;
    pressed.current = undefined;
    // What was shown now has come to where the button stood.
    listStops(box)[place]?.focus();
  }, [shown]);
  if (count <= shown) return null;
  return (
    <Button
      variant="default"
      style={{ alignSelf: 'flex-start' }}
      onClick={({ currentTarget }) => {
        const box = currentTarget.parentElement;
        if (box !== null) pressed.current = { box, place: listStops(box).indexOf(currentTarget) };
        onShow(shown + atOnce);
      }}
    >
      {t('showMore', { count: Math.min(atOnce, count - shown) })}
    </Button>
  );
}

/** What can have the focus, in its order. */
function listStops(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('a[href], button, [tabindex]')];
}
