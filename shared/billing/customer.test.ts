import { describe, expect, it } from 'vitest';
import type { CustomerBody } from '../records/customer.ts';
import type { CustomerFault } from './check-customer.ts';
import { findCustomerFaults } from './check-customer.ts';
import { cleanCustomer } from './clean-customer.ts';
import { freezeCustomer } from './freeze-parties.ts';

const address = { lines: ['2 place Augustin Laurent'], postalCode: '59000', city: 'Lille', country: 'FR' };
const customer: CustomerBody = { name: 'Mairie', kind: 'public', address };

describe('a customer as it is kept', () => {
  it('has no white space around what was typed, and no empty line', () => {
    const typed: CustomerBody = {
      ...customer,
      address: {
        lines: [' Hôtel de ville ', ' ', '', 'BP 667'],
        postalCode: ' 59000 ',
        city: ' Lille ',
        country: 'FR',
      },
      name: ' Mairie ',
      phone: ' 03 20 ',
      email: ' compta@lille.example ',
      note: ' paie tard ',
    };
    expect(cleanCustomer(typed)).toEqual({
      ...customer,
      address: { ...address, lines: ['Hôtel de ville', 'BP 667'] },
      phone: '03 20',
      email: 'compta@lille.example',
      note: 'paie tard',
    });
  });

  it('has its numbers without separators', () => {
    expect(cleanCustomer({ ...customer, siren: '303 265 045', vatNumber: 'fr 40 303 265 045' })).toEqual({
      ...customer,
      siren: '303265045',
      vatNumber: 'FR40303265045',
    });
  });

  it('keeps a number that cannot be read as it was typed, for the check to refuse', () => {
    const wrong = { ...customer, siren: '303 265 046', vatNumber: 'fr 41 303 265 045' };
    expect(cleanCustomer({ ...wrong, siren: ' 303 265 046' })).toEqual(wrong);
    expect(findCustomerFaults(wrong)).toEqual([
      { field: 'siren', code: 'customer.sirenInvalid' },
      { field: 'vatNumber', code: 'customer.vatNumberInvalid' },
    ]);
  });

  it('keeps terms of no day at all', () => {
    expect(cleanCustomer({ ...customer, paymentTermsDays: 0 }).paymentTermsDays).toBe(0);
    expect(cleanCustomer(customer)).not.toHaveProperty('paymentTermsDays');
  });
});

describe('findCustomerFaults', () => {
  it.each<[Partial<CustomerBody>, CustomerFault['code']]>([
    [{ name: ' ' }, 'customer.nameMissing'],
    [{ siren: '303 265 045' }, 'customer.sirenInvalid'],
    [{ vatNumber: 'FR 40303265045' }, 'customer.vatNumberInvalid'],
    [{ email: '@lille.example' }, 'customer.emailInvalid'],
    [{ email: 'compta@lille' }, 'customer.emailInvalid'],
    [{ email: 'compta@.' }, 'customer.emailInvalid'],
    [{ email: 'la compta@lille.example' }, 'customer.emailInvalid'],
    [{ email: 'compta@lille.example ou rien' }, 'customer.emailInvalid'],
    [{ email: 'compta@lille@example.fr' }, 'customer.emailInvalid'],
    [{ paymentTermsDays: -1 }, 'customer.termsInvalid'],
    [{ paymentTermsDays: 121 }, 'customer.termsInvalid'],
    [{ paymentTermsDays: 1.5 }, 'customer.termsInvalid'],
  ])('%j', (change, code) => {
    // The field is the one that was changed.
    expect(findCustomerFaults({ ...customer, ...change })).toEqual([{ field: Object.keys(change)[0], code }]);
  });

  it.each<Partial<CustomerBody>>([
    { siren: '', vatNumber: '', email: '' },
    { siren: '303265045', vatNumber: 'FR40303265045', email: 'compta.publique@mairie.lille.example' },
    { paymentTermsDays: 0 },
    { paymentTermsDays: 120 },
  ])('nothing wrong with %j', (change) => {
    expect(findCustomerFaults({ ...customer, ...change })).toEqual([]);
  });
});

describe('freezeCustomer', () => {
  it('keeps what an invoice says of its customer, and nothing else', () => {
    const whole = { ...customer, siren: '303265045', vatNumber: 'FR40303265045', isInternal: true };
    const { name, kind } = customer;
    expect(freezeCustomer({ ...whole, email: 'a@b.fr', phone: '03', note: 'paie tard', paymentTermsDays: 30 })).toEqual(
      {
        ...{ name, kind, address },
        ...{ siren: '303265045', vatNumber: 'FR40303265045', isInternal: true },
      },
    );
  });

  it('leaves out what is not given', () => {
    expect(freezeCustomer({ ...customer, siren: '', vatNumber: '', isInternal: false })).toEqual(customer);
    expect(freezeCustomer(customer)).toStrictEqual(customer);
  });
});
