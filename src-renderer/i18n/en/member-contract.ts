import type { memberContract as french } from '../fr/member-contract.ts';

export const memberContract: Record<keyof typeof french, string> = {
  hint: 'One contract a period, one after the other. The person sees them in “My contract” after the next exchange.',
  add: 'New contract',
  end: 'End',
  endTitle: 'End the contract',
  changeTitle: 'Change the contract',
  nameOf: '{{kind}}, from {{date}}',
  startDate: 'First day',
  endDate: 'Last day (empty: running)',
  hoursWrong: 'Between 1 and 48 hours a week, for example 35 or 17.5.',
  isCadre: 'Cadre',
  isAssociate: 'Associate of the cooperative',
  saved: 'Contract saved.',
  terms: 'Reserve, health cover and transport',
  reserve: 'Reserve to keep',
  mutuelle: 'Health cover a month (€)',
  mutuelleShare: 'The cooperative’s share',
  transport: 'Transport levy',
  termsSaved: 'Settings saved.',
  termsIncomplete: 'Fill in the four values; zero when there is nothing.',
};
