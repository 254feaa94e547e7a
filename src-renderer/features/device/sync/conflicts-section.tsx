import { Accordion } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsForChoice } from '../../../data/conflicts/open-conflicts.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { useImageVersion, useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { readConflict } from './read-conflict.ts';
import { Section } from './section.tsx';
import { STEP } from './use-kept-focus.ts';
import { useRecordWords } from './use-record-words.ts';

/** Versions that lost against another and wait for somebody to look at them. */
export function ConflictsSection({ book }: { readonly book: RecordImage }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(book);
  const { account, store } = useSession();
  // What two coordinators set at once stands among the settings of the cooperative.
  useImageVersion(store.image('commons'));
  const undoNotice = useUndoNotice();
  const [shown, setShown] = useState<string | null>();
  const open = useRecords(book, 'conflictCopy').filter((copy) => waitsForChoice(copy, account.role));
  if (open.length === 0) return null;

  return (
    <Section title={t('conflicts')} hint={t('conflictsHint')} count={open.length} color="orange" testId="conflicts">
      <Accordion
        variant="separated"
        value={shown === undefined ? (open[0]?.id ?? null) : shown}
        onChange={setShown}
        order={3}
      >
        {open.map((copy) => {
          const conflict = readConflict(store, copy);
          const { kept, current, fields } = conflict;
          const named = current ?? kept;
          const what =
            named === undefined
              ? copy.body.recordId
              : [words.place(named), words.kind(named), words.title(named)].filter((part) => part !== '').join(' · ');
          return (
            <Accordion.Item key={copy.id} value={copy.id} data-testid="conflict" tabIndex={-1} {...{ [STEP]: true }}>
              <Accordion.Control>{t('conflictOf', { what, count: fields.length })}</Accordion.Control>
              <Accordion.Panel>
                <ConflictPanel
                  copy={copy}
                  conflict={conflict}
                  words={words}
                  onSettled={(choice) => {
                    undoNotice(t(choice === 'keep' ? 'conflictKeptDone' : 'conflictTaken'));
                    setShown(undefined);
                  }}
                />
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </Section>
  );
}
