import { formatSiren } from '../../../../shared/billing/siren.ts';
import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { PayWords } from './pay-words.ts';

/** Facts of a document, one a row. */
export type Facts = readonly (readonly [name: string, value: string])[];

/** Who is paid by whom; either may not have arrived on this device yet. */
export interface PayParties {
  readonly settings: ActivitySettingsBody | undefined;
  readonly cooperative: CooperativeSettings | undefined;
}

/** Who a pay is for, from whom, for which month, and how far it is. */
export function personFacts(
  pay: RecordOf<'salaryStatement'> | RecordOf<'abroadPay'>,
  { settings, cooperative }: PayParties,
  { payDocument: t, pay: tPay, format }: PayWords,
): Facts {
  return [
    ...(cooperative === undefined
      ? []
      : [[t('cooperative'), `${cooperative.legalName}, SIREN ${formatSiren(cooperative.siren)}`] as const]),
    [t('person'), settings === undefined ? pay.createdBy.user : entrepreneurName(settings)],
    [t('activity'), settings?.name ?? ''],
    [t('month'), format.month(pay.body.input.period)],
    [t('state'), tPay(`status.${pay.status as 'paid'}`, { defaultValue: pay.status })],
  ];
}
