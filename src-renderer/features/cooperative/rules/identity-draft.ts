import { parseSiren } from '../../../../shared/billing/siren.ts';
import { parseVatNumber } from '../../../../shared/billing/vat-number.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';

/** What identifies the cooperative on its invoices. */
export type Identity = Pick<
  CooperativeSettings,
  | 'legalName'
  | 'tradeName'
  | 'legalForm'
  | 'siren'
  | 'vatNumber'
  | 'registry'
  | 'shareCapitalCents'
  | 'address'
  | 'iban'
  | 'paymentTermsDays'
  | 'latePenaltyText'
>;

/** Texts of the form, in its order. */
export const IDENTITY_TEXTS = [
  'legalName',
  'tradeName',
  'legalForm',
  'siren',
  'vatNumber',
  'registry',
  'line1',
  'line2',
  'postalCode',
  'city',
  'iban',
] as const;

/** What stands in the fields. */
export type IdentityDraft = Readonly<Record<(typeof IDENTITY_TEXTS)[number] | 'latePenaltyText', string>> & {
  readonly shareCapitalCents: number | undefined;
  readonly paymentTermsDays: number | undefined;
};

const LEGAL_TERMS = 30;
const MOST_TERMS = 120;

export function startIdentity(body: Identity | undefined): IdentityDraft {
  return {
    legalName: body?.legalName ?? '',
    tradeName: body?.tradeName ?? '',
    legalForm: body?.legalForm ?? '',
    siren: body?.siren ?? '',
    vatNumber: body?.vatNumber ?? '',
    registry: body?.registry ?? '',
    line1: body?.address.lines[0] ?? '',
    line2: body?.address.lines.slice(1).join(', ') ?? '',
    postalCode: body?.address.postalCode ?? '',
    city: body?.address.city ?? '',
    iban: body?.iban ?? '',
    latePenaltyText: body?.latePenaltyText ?? '',
    shareCapitalCents: body?.shareCapitalCents,
    paymentTermsDays: body?.paymentTermsDays ?? LEGAL_TERMS,
  };
}

/** The identity a draft describes; members of the address that no field shows stay. Error: `rules.invalid` (`name`, `field`). */
export function readIdentity(draft: IdentityDraft, old: Identity | undefined): Result<Identity> {
  const legalName = draft.legalName.trim();
  const siren = parseSiren(draft.siren);
  const vatNumber = draft.vatNumber.trim() === '' ? '' : parseVatNumber(draft.vatNumber);
  const iban = draft.iban.replace(/\s/g, '').toUpperCase();
  const { shareCapitalCents, paymentTermsDays } = draft;
  if (legalName === '') return invalidRule('', 'legalName');
  if (siren === undefined) return invalidRule(legalName, 'siren');
  if (vatNumber === undefined) return invalidRule(legalName, 'vatNumber');
  if (draft.line1.trim() === '') return invalidRule(legalName, 'line1');
  if (draft.city.trim() === '') return invalidRule(legalName, 'city');
  if (!/^([A-Z]{2}\d{2}[A-Z0-9]{10,30})?$/.test(iban)) return invalidRule(legalName, 'iban');
  if (shareCapitalCents === undefined || shareCapitalCents < 0) return invalidRule(legalName, 'shareCapitalCents');
  if (paymentTermsDays === undefined || paymentTermsDays < 0 || paymentTermsDays > MOST_TERMS) {
    return invalidRule(legalName, 'paymentTermsDays');
  }
  return ok({
    legalName,
    tradeName: draft.tradeName.trim() || legalName,
    legalForm: draft.legalForm.trim(),
    siren,
    vatNumber,
    registry: draft.registry.trim(),
    shareCapitalCents,
    address: {
      country: 'FR',
      ...old?.address,
      lines: [draft.line1, draft.line2].map((line) => line.trim()).filter((line) => line !== ''),
      postalCode: draft.postalCode.trim(),
      city: draft.city.trim(),
    },
    iban,
    paymentTermsDays,
    latePenaltyText: draft.latePenaltyText.trim(),
  });
}
