import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { CustomerBody } from '../records/customer.ts';
import type { InvoiceBody } from '../records/invoice.ts';

/** Seller or customer as an invoice keeps it. */
export type InvoiceParty = NonNullable<InvoiceBody['customer']>;

/** The customer as an issued invoice keeps it, whatever becomes of the customer's record. */
export function freezeCustomer({ name, kind, siren, vatNumber, address, isInternal }: CustomerBody): InvoiceParty {
  return {
    name,
    kind,
    address,
    ...(siren === undefined || siren === '' ? {} : { siren }),
    ...(vatNumber === undefined || vatNumber === '' ? {} : { vatNumber }),
    ...(isInternal === true && { isInternal }),
  };
}

/** The seller is the cooperative; the member's activity is its trade name on the page. */
export function freezeSeller(cooperative: CooperativeSettings, activity: ActivitySettingsBody): InvoiceParty {
  const { legalName, siren, vatNumber, address, legalForm, registry, shareCapitalCents, iban } = cooperative;
  return {
    name: legalName,
    tradeName: activity.name,
    siren,
    ...(vatNumber === '' ? {} : { vatNumber }),
    address,
    legalForm,
    registry,
    shareCapitalCents,
    iban,
  };
}
