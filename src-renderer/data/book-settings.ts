import type { RecordImage } from './record-image.ts';

/** The facts of the activity that input fields start from. */
export interface BookSettings {
  readonly currency: string;
  readonly defaultVatRatePpm: number;
}

/** Settings of the book's activity; those of an activity in France while they are not on the device yet. */
export function readBookSettings(book: RecordImage): BookSettings {
  const settings = book.list('activitySettings').find((record) => record.status === 'active');
  return {
    currency: settings?.body.currency ?? 'EUR',
    defaultVatRatePpm: settings?.body.defaultVatRatePpm ?? 200_000,
  };
}
