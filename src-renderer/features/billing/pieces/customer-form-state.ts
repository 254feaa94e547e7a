import type { CustomerBody } from '../../../../shared/records/customer.ts';

/** What stands in the fields of the customer form. */
export interface CustomerFields {
  readonly name: string;
  readonly kind: CustomerBody['kind'];
  readonly siren: string;
  readonly vatNumber: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly paymentTermsDays: string;
  readonly note: string;
  readonly isInternal: boolean;
}

export function fieldsOf(body: CustomerBody | undefined, name = ''): CustomerFields {
  return {
    name: body?.name ?? name,
    kind: body?.kind ?? 'business',
    siren: body?.siren ?? '',
    vatNumber: body?.vatNumber ?? '',
    line1: body?.address.lines[0] ?? '',
    line2: body?.address.lines.slice(1).join(', ') ?? '',
    postalCode: body?.address.postalCode ?? '',
    city: body?.address.city ?? '',
    country: body?.address.country ?? 'FR',
    email: body?.email ?? '',
    phone: body?.phone ?? '',
    paymentTermsDays: body?.paymentTermsDays === undefined ? '' : String(body.paymentTermsDays),
    note: body?.note ?? '',
    isInternal: body?.isInternal ?? false,
  };
}

/** The customer these fields describe; members a newer Sillon wrote (`before`) stay. An individual has no SIREN. */
export function bodyOf(fields: CustomerFields, before: CustomerBody | undefined): CustomerBody {
  const terms = fields.paymentTermsDays.trim();
  const { paymentTermsDays: _old, isInternal: _internal, ...kept } = before ?? ({} as Partial<CustomerBody>);
  const isIndividual = fields.kind === 'individual';
  return {
    ...kept,
    name: fields.name,
    kind: fields.kind,
    siren: isIndividual ? '' : fields.siren,
    vatNumber: isIndividual ? '' : fields.vatNumber,
    address: {
      ...kept.address,
      lines: [fields.line1, fields.line2],
      postalCode: fields.postalCode,
      city: fields.city,
      country: fields.country,
    },
    email: fields.email,
    phone: fields.phone,
    note: fields.note,
    ...(fields.isInternal && { isInternal: true }),
    ...(terms === '' ? {} : { paymentTermsDays: /^\d{1,3}$/.test(terms) ? Number(terms) : -1 }),
  };
}
