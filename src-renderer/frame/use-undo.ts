import { notifications } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { useSession } from '../session/session-context.tsx';

/** Takes back the last write of this window and says what it was. `label` is undefined when there is nothing. */
export function useUndo(): { readonly label: string | undefined; run(): Promise<void> } {
  const { store } = useSession();
  const { t: tCommon } = useTranslation();
  const { t } = useTranslation('undo');
  const format = useFormat();
  const next = useSyncExternalStore(store.undoStack.subscribe, () => store.undoStack.last?.label);
  return {
    label: next === undefined ? undefined : t(next),
    async run() {
      if (store.undoStack.last === undefined) return;
      const done = await store.undo();
      // Asked for more often than there was something.
      if (!done.ok && done.error.code === 'record.notFound') return;
      notifications.show(
        done.ok
          ? { message: tCommon('undone', { what: t(done.value) }) }
          : { message: format.error(done.error), color: 'red' },
      );
    },
  };
}
