import type { JSX } from 'react';
import { memo } from 'react';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import { silentDays, SILENT_AFTER_DAYS } from '../../../../shared/network/reasons-to-look.ts';
import { localToday } from '../../../data/local-today.ts';
import styles from './network-table.module.css';
import type { RowWords } from './use-row-words.ts';
import { VerificationCell } from './verification-cell.tsx';

/** One activity. Plain elements instead of the kit's cells, which cost several times as much to draw. */
export const NetworkTableRow = memo(function NetworkTableRow(props: {
  readonly row: NetworkRow;
  readonly today: string;
  readonly words: RowWords;
  /** Position in a table of which only a part is drawn. */
  readonly index?: number;
  readonly measure?: (element: HTMLTableRowElement | null) => void;
}): JSX.Element {
  const { row, today, words, index, measure } = props;
  const { t, tAccount, format } = words;
  const { amounts, currency } = row;
  return (
    <tr
      data-testid={`network-row-${row.activityId}`}
      // The head is the first row.
      {...(index === undefined ? {} : { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 })}
    >
      <th scope="row">
        <a href={`#/network/${row.activityId}`} className={styles['link']}>
          {row.name === '' ? t('unnamed') : row.name}
        </a>
        {row.isIncomplete && (
          <small className={styles['overdue']} data-testid="incomplete">
            {t('incomplete')}
          </small>
        )}
      </th>
      <td>{row.entrepreneur}</td>
      <td>{row.region}</td>
      <td>{row.contractKind === undefined ? '' : tAccount(`contract.${row.contractKind}`)}</td>
      {amounts === undefined ? (
        <td colSpan={3} className={styles['problem']} data-cell="balance">
          {row.problem === undefined ? '' : format.error(row.problem)}
        </td>
      ) : (
        <>
          <td data-right className="figures" data-cell="turnover">
            {format.money(amounts.turnoverCents, currency)}
          </td>
          <td
            data-right
            className="figures"
            data-cell="balance"
            data-testid="balance"
            data-negative={amounts.balanceCents < 0 || undefined}
          >
            {format.money(amounts.balanceCents, currency)}
          </td>
          <td data-right className="figures" data-cell="to-collect">
            {format.money(amounts.toCollectCents, currency)}
            {amounts.overdueCents > 0 && (
              <small className={styles['overdue']}>
                {t('lateAmount', { amount: format.money(amounts.overdueCents, currency) })}
              </small>
            )}
          </td>
        </>
      )}
      <td data-right data-strong={row.toValidateCount > 0 || undefined}>
        {row.toValidateCount}
      </td>
      <td className="figures">
        <LastSeen lastSeenAt={row.lastSeenAt} today={today} words={words} />
      </td>
      <td data-cell="verdict" data-testid="verdict">
        <VerificationCell verification={row.verification} t={t} />
      </td>
    </tr>
  );
});

function LastSeen(props: {
  readonly lastSeenAt: string;
  readonly today: string;
  readonly words: RowWords;
}): JSX.Element {
  const { lastSeenAt, today } = props;
  const { t, format } = props.words;
  if (lastSeenAt === '') return <span className={styles['dimmed']}>{t('never')}</span>;
  const days = silentDays(lastSeenAt, today);
  return (
    <>
      {format.date(localToday(new Date(lastSeenAt)))}
      <small className={styles['dimmed']}>{format.time(lastSeenAt)}</small>
      {days > SILENT_AFTER_DAYS && <small className={styles['overdue']}>{t('silentFor', { days })}</small>}
    </>
  );
}
