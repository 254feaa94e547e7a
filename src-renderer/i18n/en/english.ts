import { abroad } from './abroad.ts';
import { account } from './account.ts';
import { audit } from './audit.ts';
import { bankImport } from './bank-import.ts';
import { common } from './common.ts';
import { contract } from './contract.ts';
import { customers } from './customers.ts';
import { dashboard } from './dashboard.ts';
import { documents } from './documents.ts';
import { errors } from './errors.ts';
import { expenses } from './expenses.ts';
import { invoices } from './invoices.ts';
import { ledgerKinds } from './ledger-kinds.ts';
import { ledger } from './ledger.ts';
import { memberContract } from './member-contract.ts';
import { navigation } from './navigation.ts';
import { network } from './network.ts';
import { parameters } from './parameters.ts';
import { pay } from './pay.ts';
import { payDocument } from './pay-document.ts';
import { payPlan } from './pay-plan.ts';
import { payQueue } from './pay-queue.ts';
import { receipts } from './receipts.ts';
import { recordFields } from './record-fields.ts';
import { recordTypes } from './record-types.ts';
import { rules } from './rules.ts';
import { settings } from './settings.ts';
import { sync } from './sync.ts';
import { syncDetails } from './sync-details.ts';
import { timesheet } from './timesheet.ts';
import { undo } from './undo.ts';
import { welcome } from './welcome.ts';
import { withholding } from './withholding.ts';

/** All texts of the screens, one namespace an area. */
export const english = {
  abroad,
  account,
  audit,
  bankImport,
  common,
  contract,
  customers,
  dashboard,
  documents,
  errors,
  expenses,
  invoices,
  ledger,
  ledgerKinds,
  memberContract,
  navigation,
  network,
  parameters,
  pay,
  payDocument,
  payPlan,
  payQueue,
  receipts,
  recordFields,
  recordTypes,
  rules,
  settings,
  sync,
  syncDetails,
  timesheet,
  undo,
  welcome,
  withholding,
} as const;
