import { IconCheck, IconCloudUp, IconPencil, IconTrash } from '@tabler/icons-react';
import type { JSX } from 'react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts';
import { isEntryKind } from '../../../../shared/ledger/ledger-row.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { labelOf } from './row-texts.ts';

/** What a person may do with a row. */
export type RowAction = 'edit' | 'void' | 'confirm';

interface Props {
  readonly row: LedgerRow;
  readonly id: string;
  readonly rowIndex: number;
  readonly offset: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly isCompact: boolean;
  readonly isWritable: boolean;
  readonly onPick: (recordId: string) => void;
  readonly onAction: (action: RowAction, row: LedgerRow) => void;
}

/** One row of the ledger that is not being edited. Plain elements: dozens of them are made while one scrolls. */
export const LedgerRowView = memo(function LedgerRowView(props: Props): JSX.Element {
  const { row, isCompact } = props;
  const { t } = useTranslation('ledger');
  const { t: tKinds } = useTranslation('ledgerKinds');
  const format = useFormat();
  const label = labelOf(row, t, format);
  const canEdit = props.isWritable && isEntryKind(row.kind);
  const amount = format.money(row.amountCents, row.currency);
  const act = (action: RowAction) => () => {
    props.onAction(action, row);
  };
  const marks = (
    <>
      {row.needsReview && <span className="ledger-mark">{t('toReview')}</span>}
      {row.isPending && (
        <span className="ledger-waiting" role="img" aria-label={t('waiting')} title={t('waiting')}>
          <IconCloudUp size={15} stroke={1.6} aria-hidden="true" />
        </span>
      )}
    </>
  );
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={props.rowIndex}
      aria-selected={props.isActive}
      className="ledger-row ledger-columns"
      data-active={props.isActive || undefined}
      data-fixed={isEntryKind(row.kind) ? undefined : true}
      style={{ transform: `translateY(${String(props.offset)}px)`, height: props.height }}
      onClick={() => {
        props.onPick(row.recordId);
      }}
      onDoubleClick={canEdit ? act('edit') : undefined}
    >
      {isCompact ? (
        <>
          <div role="gridcell" className="ledger-cell">
            {label}
          </div>
          <div role="gridcell" className="ledger-cell ledger-right figures">
            {amount}
          </div>
          <div role="gridcell" className="ledger-actions" style={{ gridArea: 'actions' }}>
            {canEdit && <RowButton label={t('editRow', { label })} icon={IconPencil} onClick={act('edit')} />}
          </div>
          <div role="gridcell" className="ledger-cell ledger-meta" style={{ gridArea: 'meta' }}>
            {`${format.date(row.date)} · ${tKinds(row.kind)} `}
            {marks}
          </div>
          <div role="gridcell" className="ledger-cell ledger-meta ledger-right figures" style={{ gridArea: 'net' }}>
            {format.money(row.netCents, row.currency)}
          </div>
        </>
      ) : (
        <>
          <div role="gridcell" className="ledger-cell figures">
            {format.date(row.date)}
          </div>
          <div role="gridcell" className="ledger-cell" title={label}>
            {label}
            {row.counterparty !== '' && <span className="ledger-meta">{` · ${row.counterparty}`}</span>}
          </div>
          <div role="gridcell" className="ledger-cell">
            {tKinds(row.kind)}
          </div>
          <div role="gridcell" className="ledger-cell ledger-right figures">
            {amount}
          </div>
          <div role="gridcell" className="ledger-cell ledger-right ledger-meta figures">
            {format.money(row.vatCents, row.currency)}
          </div>
          <div role="gridcell" className="ledger-cell ledger-right figures">
            {format.money(row.netCents, row.currency)}
          </div>
          <div role="gridcell" className="ledger-cell">
            {marks}
          </div>
          <div role="gridcell" className="ledger-actions">
            {canEdit && row.needsReview && (
              <RowButton label={t('confirmRow', { label })} icon={IconCheck} onClick={act('confirm')} />
            )}
            {canEdit && <RowButton label={t('editRow', { label })} icon={IconPencil} onClick={act('edit')} />}
            {canEdit && <RowButton label={t('removeRow', { label })} icon={IconTrash} onClick={act('void')} />}
          </div>
        </>
      )}
    </div>
  );
});

function RowButton(props: {
  readonly label: string;
  readonly icon: typeof IconCheck;
  readonly onClick: () => void;
}): JSX.Element {
  const Icon = props.icon;
  return (
    <button
      type="button"
      className="ledger-button"
      // The grid is one stop of the Tab key; its keys do the same.
      tabIndex={-1}
      aria-label={props.label}
      title={props.label}
      onClick={(event) => {
        event.stopPropagation();
        props.onClick();
      }}
    >
      <Icon size={16} stroke={1.6} aria-hidden="true" />
    </button>
  );
}
