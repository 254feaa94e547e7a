import type { ActivitySettingsBody } from '../../../shared/records/activity-settings.ts';
import type { CooperativeSettingsBody } from '../../../shared/records/cooperative-settings.ts';
import type { CustomerBody } from '../../../shared/records/customer.ts';
import type { InvoiceBody } from '../../../shared/records/invoice.ts';

type Party = NonNullable<InvoiceBody['customer']>;

/** The customer as an issued invoice keeps it, whatever becomes of the customer's record. */
export function freezeCustomer({ name, kind, siren, vatNumber, address }: CustomerBody): Party {
  return {
    name,
    kind,
    address,
    ...(siren === undefined || siren === '' ? {} : { siren }),
    ...(vatNumber === undefined || vatNumber === '' ? {} : { vatNumber }),
  };
}

/** The seller is the cooperative; the member's activity is its trade name on the page. */
export function freezeSeller(cooperative: CooperativeSettingsBody, activity: ActivitySettingsBody): Party {
  const { legalName, siren, vatNumber, address, legalForm, registry, shareCapitalCents, iban } = cooperative;
  return {
    name: legalName,
    tradeName: activity.name,
    siren,
    vatNumber,
    address,
    legalForm,
    registry,
    shareCapitalCents,
    iban,
  };
}
