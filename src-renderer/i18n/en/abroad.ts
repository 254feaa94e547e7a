import type { abroad as french } from '../fr/abroad.ts';

export const abroad: Record<keyof typeof french, string> = {
  hint: 'Your contract is outside the French payroll: you are paid from your budget, in your currency, after the lines set for your country.',
  budget: 'Budget taken from the account',
  available: 'Available:',
  month: 'Month',
  paid: 'You receive',
  stays: 'Stays on the activity account',
  balance: 'Balance of the activity account',
  noEuro: 'Nothing is converted to euros: everything is counted in {{currency}}.',
  profile: 'Rule {{version}}, since {{date}}. {{source}}.',
  confirmText: 'For {{month}}: {{paid}} for you, for a budget of {{budget}} taken from your activity account.',
  otherCurrency: 'Your account is in {{account}}, your country’s rule in {{profile}}: ask the support team.',
  pays: 'My pays',
  noPay: 'No pay asked so far.',
};
