import type { FocusEvent, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Marks what a person works through, one after the other. */
export const STEP = 'data-step';

/**
 * Keeps the keyboard's place when what has the focus goes away, because it was settled: it goes to what now stands at its
 * place among the steps, else to `heading`, else, when the whole section is gone, to the page. Spread the result on the
 * section; steps carry {@link STEP} and `tabIndex` −1.
 */
export function useKeptFocus(heading: RefObject<HTMLElement | null>) {
  const box = useRef<HTMLElement>(null);
  /** Position of the step that has the focus; −1 for another place in the section. */
  const held = useRef<number>(undefined);

  useLayoutEffect(() => {
    if (held.current === undefined || !isLost()) return;
    const steps = listSteps(box.current);
    const next = steps[Math.min(Math.max(0, held.current), steps.length - 1)] ?? heading.current;
    next?.focus();
  });
  useEffect(
    () => () => {
      if (held.current === undefined) return;
      requestAnimationFrame(() => {
        if (isLost()) document.getElementById('content')?.focus();
      });
    },
    [],
  );

  return {
    ref: box,
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      held.current = listSteps(box.current).findIndex((step) => step.contains(target));
    },
    // React tells of no blur when it takes away what has the focus.
    onBlur: () => {
      held.current = undefined;
    },
  };
}

function listSteps(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>(`[${STEP}]`) ?? [])];
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
