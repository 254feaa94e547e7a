import type { CustomerBody } from '../records/customer.ts';
import { parseSiren } from './siren.ts';
import { parseVatNumber } from './vat-number.ts';

/**
 * A customer as typed, in the form it is kept: white space trimmed, SIREN and VAT number without separators when they can
 * be read (left as typed otherwise, for the check to refuse), empty optional members left out.
 */
export function cleanCustomer(typed: CustomerBody): CustomerBody {
  const { siren, vatNumber, email, phone, note, paymentTermsDays, ...rest } = typed;
  return {
    ...rest,
    name: typed.name.trim(),
    address: {
      ...typed.address,
      lines: typed.address.lines.map((line) => line.trim()).filter((line) => line !== ''),
      postalCode: typed.address.postalCode.trim(),
      city: typed.address.city.trim(),
    },
    ...given('siren', siren === undefined ? undefined : (parseSiren(siren) ?? siren)),
    ...given('vatNumber', vatNumber === undefined ? undefined : (parseVatNumber(vatNumber) ?? vatNumber)),
    ...given('email', email),
    ...given('phone', phone),
    ...given('note', note),
    ...(paymentTermsDays === undefined ? {} : { paymentTermsDays }),
  };
}

function given<K extends string>(key: K, text: string | undefined): Partial<Record<K, string>> {
  const trimmed = text?.trim() ?? '';
  // The one member is named by the type argument.
  return trimmed === '' ? {} : ({ [key]: trimmed } as Record<K, string>);
}
