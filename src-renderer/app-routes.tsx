import type { ComponentType, JSX } from 'react';
import { lazy } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useSession } from './session/session-context.tsx';

function page<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) {
  return lazy(() => load().then((module) => ({ default: module[name] })));
}

const Dashboard = page(() => import('./features/books/dashboard/dashboard-page.tsx'), 'DashboardPage');
const Ledger = page(() => import('./features/books/ledger/ledger-page.tsx'), 'LedgerPage');
const BankImport = page(() => import('./features/books/banking/bank-import-page.tsx'), 'BankImportPage');
const Customers = page(() => import('./features/billing/customers/customers-page.tsx'), 'CustomersPage');
const Invoices = page(() => import('./features/billing/invoices/invoices-page.tsx'), 'InvoicesPage');
const Invoice = page(() => import('./features/billing/invoices/invoice-page.tsx'), 'InvoicePage');
const Expenses = page(() => import('./features/books/expenses/expenses-page.tsx'), 'ExpensesPage');
const Timesheet = page(() => import('./features/books/timesheets/timesheet-page.tsx'), 'TimesheetPage');
const Pay = page(() => import('./features/pay/month/pay-page.tsx'), 'PayPage');
const PayPlan = page(() => import('./features/pay/planning/pay-plan-page.tsx'), 'PayPlanPage');
const PayPrice = page(() => import('./features/pay/price/pay-price-page.tsx'), 'PayPricePage');
const Contract = page(() => import('./features/pay/contract/contract-page.tsx'), 'ContractPage');
const PayDocument = page(() => import('./features/pay/document/pay-document-page.tsx'), 'PayDocumentPage');
const PayQueue = page(() => import('./features/pay/queue/pay-queue-page.tsx'), 'PayQueuePage');
const Parameters = page(() => import('./features/cooperative/parameters/parameters-page.tsx'), 'ParametersPage');
const ParameterVersion = page(
  () => import('./features/cooperative/parameters/version-page.tsx'),
  'ParameterVersionPage',
);
const Rules = page(() => import('./features/cooperative/rules/rules-page.tsx'), 'RulesPage');
const Audit = page(() => import('./features/cooperative/audit/audit-page.tsx'), 'AuditPage');
const Network = page(() => import('./features/cooperative/network/network-page.tsx'), 'NetworkPage');
const NetworkBook = page(() => import('./features/cooperative/network/network-book-page.tsx'), 'NetworkBookPage');
const SyncDetails = page(() => import('./features/device/sync/sync-details-page.tsx'), 'SyncDetailsPage');
const Settings = page(() => import('./features/device/settings/settings-page.tsx'), 'SettingsPage');

/** One address a screen, kept in the hash so that it works from any origin. */
export function AppRoutes(): JSX.Element {
  const { account } = useSession();
  const isMember = account.role === 'member';
  return (
    <Router hook={useHashLocation}>
      <Switch>
        {isMember ? <Route path="/" component={Dashboard} /> : <Route path="/" component={Network} />}
        {isMember && <Route path="/ledger/:recordId?" component={Ledger} />}
        {isMember && <Route path="/bank-import" component={BankImport} />}
        {isMember && <Route path="/customers" component={Customers} />}
        {isMember && <Route path="/invoices" component={Invoices} />}
        {isMember && <Route path="/invoices/:id" component={Invoice} />}
        {isMember && <Route path="/expenses/:recordId?" component={Expenses} />}
        {isMember && <Route path="/timesheet" component={Timesheet} />}
        {isMember && <Route path="/pay" component={Pay} />}
        {isMember && <Route path="/pay-plan" component={PayPlan} />}
        {isMember && <Route path="/pay-price" component={PayPrice} />}
        {isMember && <Route path="/contract" component={Contract} />}
        {!isMember && <Route path="/pays" component={PayQueue} />}
        <Route path="/pays/:id" component={PayDocument} />
        {!isMember && <Route path="/parameters" component={Parameters} />}
        {!isMember && <Route path="/parameters/:id" component={ParameterVersion} />}
        {!isMember && <Route path="/rules" component={Rules} />}
        {!isMember && <Route path="/audit" component={Audit} />}
        {!isMember && <Route path="/network/:activityId" component={NetworkBook} />}
        <Route path="/sync" component={SyncDetails} />
        <Route path="/settings" component={Settings} />
        <Route>
          <Redirect to="/" />
        </Route>
      </Switch>
    </Router>
  );
}
