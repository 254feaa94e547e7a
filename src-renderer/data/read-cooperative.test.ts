import { describe, expect, it } from 'vitest';
import { makeCooperative, makeRecord } from '../../shared/cooperative/rules.test-support.ts';
import { partOf } from '../../shared/cooperative/settings-parts.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import { SUBJECT_NAMES } from '../../shared/records/settings-subjects.ts';
import { cooperativeIn } from './read-cooperative.ts';

/** An image of the commons: the list of a type is the same until a record of that type is put in. */
class Commons {
  readonly #lists = new Map<string, readonly AnyRecord[]>();

  readonly list = <T extends RecordType>(type: T): readonly RecordOf<T>[] => {
    const list = this.#lists.get(type) ?? [];
    this.#lists.set(type, list);
    return list as readonly RecordOf<T>[]; // put in by their type
  };

  put(record: AnyRecord): void {
    const others = (this.#lists.get(record.type) ?? []).filter(({ id }) => id !== record.id);
    this.#lists.set(record.type, [...others, record]);
  }
}

const SETTINGS = makeCooperative();

function open(): Commons {
  const commons = new Commons();
  commons.put(makeRecord('cooperativeSettings', SETTINGS));
  return commons;
}

describe('the settings of a device', () => {
  it('are one object, whatever else comes into the commons', () => {
    const commons = open();
    const settings = cooperativeIn(commons);
    expect(settings?.body).toEqual(SETTINGS);
    commons.put(makeRecord('payrollVersion', {}));
    expect(cooperativeIn(commons)).toBe(settings);
  });

  it.each(['cooperativeSettings', ...SUBJECT_NAMES] as const)(
    'are another once a record of %s came or changed',
    (type) => {
      const commons = open();
      const body = type === 'cooperativeSettings' ? SETTINGS : partOf(type, SETTINGS);
      const first = cooperativeIn(commons);
      commons.put(makeRecord(type, body));
      const second = cooperativeIn(commons);
      commons.put({ ...makeRecord(type, body), edits: ['2', '1'] });
      const third = cooperativeIn(commons);
      expect(new Set([first, second, third]).size).toBe(3);
      expect(cooperativeIn(commons)).toBe(third);
    },
  );

  it('are those of each image', () => {
    expect(cooperativeIn(open())).not.toBe(cooperativeIn(open()));
    expect(cooperativeIn(new Commons())).toBeUndefined();
  });
});
