import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { isRecordType } from '../../../../shared/records/registry.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { localToday } from '../../../data/local-today.ts';
import { recordFields as frenchFields } from '../../../i18n/fr/record-fields.ts';
import { syncDetails as french } from '../../../i18n/fr/sync-details.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { describeRecord } from './describe-record.ts';
import { showValue } from './show-value.ts';

type Key = keyof typeof french;

/** Names of records, members and values in the language of the screen. */
export interface RecordWords {
  typeName(type: string): string;
  kind(record: AnyRecord): string;
  /** Title with its amount. */
  title(record: AnyRecord): string;
  field(key: string): string;
  value(key: string, value: unknown, record: AnyRecord): string;
  /** The activity a record belongs to, for those who see several; otherwise empty. */
  place(record: AnyRecord): string;
  /** Local date and time of an instant, for sentences with `{{date}}` and `{{time}}`. */
  moment(instant: string): { readonly date: string; readonly time: string };
}

export function useRecordWords(image: RecordImage): RecordWords {
  const { t } = useTranslation('syncDetails');
  const { t: tCommon } = useTranslation();
  const { t: tFields } = useTranslation('recordFields');
  const { t: tTypes } = useTranslation('recordTypes');
  const format = useFormat();
  const { account } = useSession();
  const title = (record: AnyRecord): string => {
    const { title: name, amountCents, currency } = describeRecord(record);
    const amount = amountCents === undefined ? '' : format.money(amountCents, currency);
    return [titleText(name), amount].filter((part) => part !== '').join(' · ');
  };
  const titleText = (name: ReturnType<typeof describeRecord>['title']): string => {
    if (name.kind === 'weekOf') return t('weekOf', { date: format.date(name.date) });
    if (name.kind === 'payOf') return t('payOf', { month: format.month(name.month) });
    if (name.kind === 'draftInvoice') return [t('draftInvoice'), name.text].filter((part) => part !== '').join(' · ');
    return name.text;
  };
  const momentOf = (instant: string) => ({
    date: format.date(localToday(new Date(instant))),
    time: format.time(instant),
  });
  const typeName = (type: string): string => tTypes(isRecordType(type) ? type : 'unknown');
  const field = (key: string): string => (isField(key) ? tFields(key) : key);
  return {
    typeName,
    kind: ({ type }) => typeName(type),
    title,
    field,
    value(key, value, record) {
      const currency = typeof record.body['currency'] === 'string' ? record.body['currency'] : 'EUR';
      return showValue(key, value, {
        yes: tCommon('yes'),
        no: tCommon('no'),
        empty: t('empty'),
        money: (cents) => format.money(cents, currency),
        rate: (ratePpm) => format.rate(ratePpm),
        date: (date) => format.date(date),
        instant: (instant) => t('instant', momentOf(instant)),
        field,
        coded: (code) => {
          const name = `value.${code}`;
          return isKey(name) ? t(name) : undefined;
        },
        reference: (id) => {
          const other = image.get(id);
          return other === undefined ? undefined : title(other);
        },
      });
    },
    moment: momentOf,
    place(record) {
      // Settings carry the name of their activity themselves.
      if (account.role === 'member' || record.type === 'activitySettings') return '';
      return image.list('activitySettings').find(({ activityId }) => activityId === record.activityId)?.body.name ?? '';
    },
  };
}

function isField(name: string): name is keyof typeof frenchFields {
  return Object.hasOwn(frenchFields, name);
}

function isKey(name: string): name is Key {
  return Object.hasOwn(french, name);
}
