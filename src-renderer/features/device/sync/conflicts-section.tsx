import { Accordion } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsForChoice } from '../../../data/conflicts/open-conflicts.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { useRecords } from '../../../data/use-image.ts';
import { readKeptVersion } from '../../../data/conflicts/conflict-copy.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { listShownFields } from './list-shown-fields.ts';
import { Section } from './section.tsx';
import { STEP } from './use-kept-focus.ts';
import { useRecordWords } from './use-record-words.ts';

/** Versions that lost against another and wait for somebody to look at them. */
export function ConflictsSection({ book }: { readonly book: RecordImage }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(book);
  const { account } = useSession();
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
          const kept = readKeptVersion(copy);
          const current = book.get(copy.body.recordId);
          const named = current ?? kept;
          const fields =
            current === undefined || kept === undefined
              ? copy.body.fields
              : listShownFields(current, kept, copy.body.fields);
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
                  kept={kept}
                  current={current}
                  fields={fields}
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
