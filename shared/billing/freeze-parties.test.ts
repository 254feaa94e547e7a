import { expect, it } from 'vitest';
import { makeActivity, makeCooperative } from '../cooperative/rules.test-support.ts';
import { freezeSeller } from './freeze-parties.ts';

it('leaves a VAT number out that the cooperative has not entered yet, instead of printing an empty one', () => {
  const cooperative = makeCooperative();
  expect(freezeSeller({ ...cooperative, vatNumber: 'FR32732829320' }, makeActivity())).toMatchObject({
    vatNumber: 'FR32732829320',
  });
  expect(freezeSeller({ ...cooperative, vatNumber: '' }, makeActivity())).not.toHaveProperty('vatNumber');
});

it('the seller is the cooperative, the activity its trade name', () => {
  const cooperative = makeCooperative({ vatNumber: 'FR32732829320' });
  const activity = makeActivity();
  const { legalName, siren, vatNumber, address, legalForm, registry, shareCapitalCents, iban } = cooperative;
  expect(freezeSeller(cooperative, activity)).toEqual({
    ...{ name: legalName, tradeName: activity.name, siren, vatNumber, address },
    ...{ legalForm, registry, shareCapitalCents, iban },
  });
});
