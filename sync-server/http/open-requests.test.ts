import { expect, it } from 'vitest';
import { openRequestRegister } from './open-requests.ts';

it('requests under way are counted by session and by account, until each is done', () => {
  const register = openRequestRegister();
  const [first, second] = [register.add('S1', 'ada.fall'), register.add('S1', 'ada.fall')];
  const other = register.add('S2', 'ada.fall');
  register.add('S3', 'bo.lind');
  expect(['S1', 'S2', 'S3', 'S4'].map(register.count)).toEqual([2, 1, 1, 0]);
  expect(['ada.fall', 'bo.lind', 'cy.gone'].map(register.countOf)).toEqual([3, 1, 0]);
  first.done();
  first.done();
  expect([register.count('S1'), register.countOf('ada.fall')]).toEqual([1, 2]);
  second.done();
  other.done();
  other.done();
  expect([register.count('S1'), register.countOf('ada.fall'), register.countOf('bo.lind')]).toEqual([0, 0, 1]);
});

it('the end of a session cuts its requests, all of them and no others', () => {
  const register = openRequestRegister();
  const cut = [register.add('S1', 'ada.fall'), register.add('S1', 'ada.fall')];
  const kept = [register.add('S2', 'ada.fall'), register.add('S3', 'bo.lind')];
  const done = register.add('S1', 'ada.fall');
  done.done();
  register.cut('S1');
  register.cut('S9');
  expect(cut.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  expect([...kept, done].map(({ signal }) => signal.aborted)).toEqual([false, false, false]);
});
