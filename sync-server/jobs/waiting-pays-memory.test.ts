import { describe, expect, it } from 'vitest';
import { openWaitingPays } from './waiting-pays.ts';

const BOOK = 'book-x';

describe('which pays of a book may wait', () => {
  it('is known of a book that was followed from its beginning, whatever comes in between', () => {
    const pays = openWaitingPays();
    pays.resume(BOOK, '0', undefined);
    pays.follow(BOOK, { since: '0', until: '3' }, ['salaryStatement:a', 'ledgerEntry:b']);
    pays.follow(BOOK, { since: '3', until: '4' }, []);
    pays.follow(BOOK, { since: '4', until: '6' }, ['abroadPay:c']);
    expect(pays.keptOf(BOOK)).toEqual(['salaryStatement:a', 'abroadPay:c']);
  });

  it('goes on after a start with what was kept where the book was left', () => {
    const pays = openWaitingPays();
    pays.resume(BOOK, '6', ['abroadPay:c']);
    pays.follow(BOOK, { since: '6', until: '7' }, ['salaryStatement:d']);
    expect(pays.keptOf(BOOK)).toEqual(['abroadPay:c', 'salaryStatement:d']);
    // What this worker knows is newer than what it kept.
    pays.resume(BOOK, '7', []);
    expect(pays.keptOf(BOOK)).toEqual(['abroadPay:c', 'salaryStatement:d']);
  });

  it('is looked for where nothing was kept, another worker went on, or there are too many', () => {
    const pays = openWaitingPays();
    pays.resume(BOOK, '6', undefined);
    pays.follow(BOOK, { since: '6', until: '7' }, ['salaryStatement:d']);
    expect(pays.keptOf(BOOK)).toBeUndefined();
    pays.follow(BOOK, { since: '0', until: '7' }, ['salaryStatement:d']);
    expect(pays.keptOf(BOOK)).toEqual(['salaryStatement:d']);
    pays.follow(BOOK, { since: '9', until: '10' }, []);
    expect(pays.keptOf(BOOK)).toBeUndefined();
    const many = Array.from({ length: 101 }, (_, index) => `salaryStatement:${String(index)}`);
    pays.follow(BOOK, { since: '0', until: '10' }, many);
    expect(pays.keptOf(BOOK)).toBeUndefined();
  });
});
