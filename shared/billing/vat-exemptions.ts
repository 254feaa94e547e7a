/** Why an invoice bears no VAT: key kept in the record, code of the EN 16931 list (VATEX), words that must be printed. */
export interface VatExemption {
  readonly key: string;
  readonly vatexCode: string;
  /** French legal wording, printed as it stands (art. 242 nonies A I-12° ann. II CGI). */
  readonly mention: string;
  /** Whether both VAT numbers must stand on the invoice (art. 242 nonies A I-3° and 4°). */
  readonly needsCustomerVatNumber: boolean;
}

/**
 * The reasons an activity of a French cooperative may invoice without VAT. The franchise of art. 293 B is left out: it is
 * judged on the whole cooperative's turnover.
 */
export const VAT_EXEMPTIONS: readonly VatExemption[] = [
  {
    key: 'training',
    vatexCode: 'VATEX-FR-CGI261-4',
    mention: 'Exonération de TVA, art. 261-4-4° a du CGI',
    needsCustomerVatNumber: false,
  },
  {
    key: 'euService',
    vatexCode: 'VATEX-EU-AE',
    mention: 'Autoliquidation (art. 283-2 et 259-1° du CGI)',
    needsCustomerVatNumber: true,
  },
  {
    key: 'euGoods',
    vatexCode: 'VATEX-EU-IC',
    mention: 'Exonération de TVA, art. 262 ter I du CGI',
    needsCustomerVatNumber: true,
  },
  {
    key: 'serviceOutsideEu',
    vatexCode: 'VATEX-EU-O',
    mention: 'TVA non applicable, art. 259-1° du CGI',
    needsCustomerVatNumber: false,
  },
  {
    key: 'export',
    vatexCode: 'VATEX-EU-G',
    mention: 'Exonération de TVA, art. 262 I du CGI',
    needsCustomerVatNumber: false,
  },
];

/** The exemption of a key, or undefined. */
export function findVatExemption(key: string | undefined): VatExemption | undefined {
  return VAT_EXEMPTIONS.find((exemption) => exemption.key === key);
}
