import type { RefObject } from 'react';
import { useState } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import type { DraftProblem, MovementDraft } from './movement-draft.ts';
import { isProblem } from './movement-draft.ts';

/** What the fields of a movement show and do. */
export interface MovementFields<D extends MovementDraft = MovementDraft> {
  readonly draft: D;
  readonly setDraft: (next: D | ((current: D) => D)) => void;
  readonly change: (next: Partial<D>) => void;
  /** What can be saved; otherwise shows what is wrong, at its field, and gives nothing. */
  readonly accept: <T>(read: T | DraftProblem) => T | undefined;
  /** What is wrong with a field. */
  readonly errorOf: (field: DraftProblem['field']) => string | undefined;
  /** Puts the focus on a field by its name. */
  readonly focus: (name: DraftProblem['field']) => void;
}

/** The draft of an entry or an expense while it is typed; `missing` says that a field is empty. */
export function useMovementDraft<D extends MovementDraft>(
  form: RefObject<HTMLFormElement | null>,
  initial: D,
  missing: Readonly<Record<'label' | 'amount', string>>,
): MovementFields<D> {
  const format = useFormat();
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<DraftProblem>();
  const focus = (name: DraftProblem['field']): void => {
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  };
  return {
    draft,
    setDraft,
    change(next) {
      setDraft((current) => ({ ...current, ...next }));
      setProblem(undefined);
    },
    accept(read) {
      if (!isProblem(read)) return read;
      setProblem(read);
      focus(read.field);
      return undefined;
    },
    errorOf(field) {
      if (problem?.field !== field) return undefined;
      if (problem.error !== undefined) return format.error(problem.error);
      return field === 'date' ? '' : missing[field];
    },
    focus,
  };
}
