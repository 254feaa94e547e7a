import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { saveInvoiceDraft } from '../../../data/commands/billing/save-invoice-draft.ts';
import { localToday } from '../../../data/local-today.ts';
import { useImageVersion } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import type { DraftForm } from './draft-form.ts';
import { readForm } from './draft-form.ts';
import { DraftJournal, isJournalNewer, isUntouched } from './draft-journal.ts';

const SAVE_DELAY_MS = 600;

type Invoice = RecordOf<'invoice'>;

interface LiveDraft {
  form: DraftForm;
  /** The stored draft the fields descend from. */
  base: Invoice | undefined;
  isDirty: boolean;
  isSaving: boolean;
  running: Promise<unknown> | undefined;
}

/** What the editor needs to know of the draft behind its fields. */
export interface DraftState {
  readonly form: DraftForm;
  readonly record: Invoice | undefined;
  readonly phase: 'untouched' | 'unsaved' | 'saving' | 'saved';
  readonly error: AppError | undefined;
  readonly edit: (next: DraftForm) => void;
  /** Saves at once what is not saved yet. */
  readonly flush: () => Promise<Result<Invoice | undefined>>;
  /** Takes the stored version, which another window or device changed, or keeps these fields against it. */
  readonly settle: (choice: 'mine' | 'other') => void;
}

/** The fields of a draft with their journal and their autosave; `load` makes the fields of a stored draft. */
export function useDraft(
  id: string,
  options: {
    readonly blank: () => DraftForm;
    readonly load: (record: Invoice) => DraftForm;
    readonly termsDays: (customerId: string) => number;
  },
): DraftState {
  const { store } = useSession();
  useImageVersion(store.book);
  const journal = useMemo(() => new DraftJournal(localStorage, store.parts.database.name), [store]);
  const stored = currentDraft(store.book.get(id));
  const optionsNow = useRef(options);
  const [initial] = useState(() => startForm(journal, id, stored, store.parts.account.device.id, options));
  const [form, setForm] = useState(initial.form);
  const [phase, setPhase] = useState<DraftState['phase']>(initial.isDirty ? 'unsaved' : stored ? 'saved' : 'untouched');
  const [error, setError] = useState<AppError>();
  // The save loop reads these outside of renders.
  const live = useRef<LiveDraft>({
    form,
    base: stored,
    isDirty: initial.isDirty,
    isSaving: false,
    running: undefined,
  });

  const adopt = useCallback((record: Invoice) => {
    live.current.base = record;
    live.current.form = optionsNow.current.load(record);
    live.current.isDirty = false;
    setForm(live.current.form);
    setError(undefined);
    setPhase('saved');
  }, []);

  const saveOnce = useCallback(async (): Promise<Result<Invoice | undefined>> => {
    const state = live.current;
    if (!state.isDirty) return ok(state.base);
    const saved = state.form;
    state.isDirty = false;
    state.isSaving = true;
    setPhase('saving');
    const terms = optionsNow.current.termsDays(saved.customerId);
    const { draft, unreadable } = readForm(saved, terms, localToday());
    const latest = currentDraft(store.book.get(id));
    // Same content, but the exchange may have brought the server's revision.
    const before = latest?.edits[0] === state.base?.edits[0] ? latest : state.base;
    const done = await saveInvoiceDraft(store, id, draft, before);
    state.isSaving = false;
    if (!done.ok) {
      state.isDirty = true;
      setError(done.error);
      setPhase('unsaved');
      return done;
    }
    state.base = done.value;
    setError(undefined);
    const isMoreTyped = state.form !== saved;
    if (isMoreTyped || unreadable.length > 0) {
      journal.write(id, { form: state.form, baseEdit: done.value.edits[0] ?? '', at: store.parts.context.clock() });
    } else journal.remove(id);
    setPhase(isMoreTyped ? 'unsaved' : 'saved');
    return done;
  }, [store, journal, id]);

  const flush = useCallback(async (): Promise<Result<Invoice | undefined>> => {
    // One save after the other: each starts from what the one before wrote.
    const run = Promise.resolve(live.current.running).then(async () => {
      let done = await saveOnce();
      while (done.ok && live.current.isDirty) done = await saveOnce();
      return done;
    });
    live.current.running = run;
    return run;
  }, [saveOnce]);

  const edit = useCallback(
    (next: DraftForm) => {
      live.current.form = next;
      live.current.isDirty = true;
      journal.write(id, {
        form: next,
        baseEdit: live.current.base?.edits[0] ?? '',
        at: store.parts.context.clock(),
      });
      setForm(next);
      // A new keystroke is a new attempt, except against a version a person has to choose about.
      setError((old) => (old?.details?.['changedElsewhere'] === true ? old : undefined));
      setPhase('unsaved');
    },
    [journal, id, store],
  );

  useEffect(() => {
    optionsNow.current = options;
  });

  useEffect(() => {
    if (phase !== 'unsaved' || error !== undefined) return undefined;
    const timer = setTimeout(() => void flush(), SAVE_DELAY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [phase, form, error, flush]);

  // Leaving the screen saves; what a closing window cannot finish is in the journal.
  useEffect(() => () => void flush(), [flush]);

  // An undo, another window or the exchange changed the stored draft.
  const storedEdit = stored?.edits[0];
  useEffect(() => {
    const { base, isDirty, isSaving } = live.current;
    if (stored === undefined || isSaving || storedEdit === base?.edits[0]) return;
    const isBehind = storedEdit !== undefined && base?.edits.includes(storedEdit) === true;
    if (!isBehind && !isDirty) adopt(stored);
  }, [stored, storedEdit, phase, adopt]);

  const settle = useCallback(
    (choice: 'mine' | 'other') => {
      const latest = currentDraft(store.book.get(id));
      if (latest === undefined) return;
      journal.remove(id);
      if (choice === 'other') adopt(latest);
      else {
        live.current.base = latest;
        setError(undefined);
      }
    },
    [store, journal, id, adopt],
  );

  return { form, record: stored, phase, error, edit, flush, settle };
}

function currentDraft(record: ReturnType<ReturnType<typeof useSession>['store']['book']['get']>): Invoice | undefined {
  return record !== undefined && isOfType(record, 'invoice') ? record : undefined;
}

function startForm(
  journal: DraftJournal,
  id: string,
  stored: Invoice | undefined,
  deviceId: string,
  options: { readonly blank: () => DraftForm; readonly load: (record: Invoice) => DraftForm },
): { readonly form: DraftForm; readonly isDirty: boolean } {
  const entry = journal.read(id);
  if (entry !== undefined && (stored === undefined || isJournalNewer(entry, stored, deviceId))) {
    return { form: entry.form, isDirty: !isUntouched(entry.form) || stored !== undefined };
  }
  return { form: stored === undefined ? options.blank() : options.load(stored), isDirty: false };
}
