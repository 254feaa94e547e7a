import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRateE7 } from '../../../../shared/money/format-rate-e7.ts';
import type { ExtraPayLine } from '../../../../shared/records/extra-pay-line.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ExtraListEditor } from './extra-list-editor.tsx';
import { latestFirst } from './latest-first.ts';
import { LineWords } from './rule-cells.tsx';
import { RuleSection } from './rule-section.tsx';
import { useSaveList } from './use-save-list.ts';

/** The lines added to each pay, by the date from which the whole list applies. */
export function ExtraLinesSection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative } = props;
  const save = useSaveList(cooperative, 'extraLines', 'extraPayLines');
  const lists = latestFirst(cooperative.body.extraPayLines);
  const wordsOf = ({ base, rateE7, amountCents, side }: ExtraPayLine): string => {
    const value =
      base === 'fixed'
        ? t('perMonth', { amount: format.money(amountCents) })
        : `${formatRateE7(rateE7, format.language)} ${t(`lineOn.${base}`)}`;
    return `${value}, ${t(`side.${side}`)}`;
  };
  return (
    <RuleSection
      title={t('extraLines.title')}
      hint={t('extraLines.hint')}
      addLabel={t('extraLines.add')}
      testId="extra-lines"
      items={lists}
      nameOf={({ from }) => format.date(from)}
      columns={[
        { label: t('field.from'), cell: ({ from }) => format.date(from) },
        {
          label: t('extraLines.lines'),
          cell: ({ lines }) =>
            lines.length === 0
              ? t('extraLines.empty')
              : lines.map((line) => (
                  <LineWords
                    key={`${line.side} ${line.code}`}
                    label={line.label}
                    words={wordsOf(line)}
                    source={line.source}
                  />
                )),
        },
      ]}
      editor={(list, onDone) => (
        <ExtraListEditor
          key={list?.from ?? ''}
          cooperative={cooperative}
          list={list}
          latest={lists[0]}
          onDone={onDone}
        />
      )}
      onRemove={(list) => save(list, undefined)}
    />
  );
}
