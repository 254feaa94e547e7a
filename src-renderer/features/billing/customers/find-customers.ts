import type { RecordOf } from '../../../../shared/records/registry.ts';

/** Active customers by name whose name, city, SIREN, e-mail or phone holds every word searched, accents left aside. */
export function findCustomers(customers: readonly RecordOf<'customer'>[], search: string): RecordOf<'customer'>[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return customers
    .filter(({ status, body }) => {
      if (status !== 'active') return false;
      const text = fold(
        [body.name, body.address.city, body.address.postalCode, body.siren, body.email, body.phone].join(' '),
      );
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => a.body.name.localeCompare(b.body.name, 'fr'));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
