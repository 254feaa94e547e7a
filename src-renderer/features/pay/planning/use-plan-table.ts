import { useTranslation } from 'react-i18next';
import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import type { PlannedMonth } from '../../../../shared/planning/planned-month.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExportTable } from '../../../ui/export-table.ts';
import { moneyCell } from '../../../ui/export-table.ts';
import type { ComputedScenario } from './computed-scenario.ts';

/** A scenario as a table to print or to open in a spreadsheet, with the figures of the screen. */
export function usePlanTable(settings: ActivitySettingsBody): (computed: ComputedScenario) => ExportTable {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  return ({ scenario, plan }) => ({
    title: t('exportTitle', { name: scenario.name }),
    facts: [
      [t('person'), entrepreneurName(settings)],
      [t('activity'), settings.name],
      [t('direction'), t(`direction.${scenario.direction}`)],
      [t('reserve'), format.money(scenario.reserveTargetCents, settings.currency)],
    ],
    heads: [
      t('column.month'),
      t('opening'),
      t('column.turnover'),
      t('column.charges'),
      t('column.contribution'),
      t('column.cost'),
      t('column.net'),
      t('column.closing'),
      t('column.rule'),
    ],
    rows: plan.months.map((planned) => [
      format.month(planned.month),
      ...[
        planned.openingCents,
        planned.turnoverCents,
        planned.chargesCents,
        planned.contribution.amountCents - planned.countedCents,
        planned.employerCostCents,
        planned.netCents,
        planned.closingCents,
      ].map((amount) => moneyCell(format, amount === 0 ? 0 : amount, settings.currency)),
      [planned.contribution.ruleVersion, payRuleOf(planned)].filter((version) => version !== '').join(' · '),
    ]),
    notes: [t('assumptions')],
  });
}

function payRuleOf({ pay }: PlannedMonth): string {
  if (pay === undefined) return '';
  return pay.kind === 'salary' ? pay.computation.ruleVersion : pay.pay.profile.version;
}
