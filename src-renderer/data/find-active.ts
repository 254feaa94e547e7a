import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import { isOfType } from '../../shared/records/registry.ts';
import type { RecordImage } from './record-image.ts';

/** A record that an image shows, while it is active. Error: `record.notFound`. */
export function findActive<T extends RecordType>(image: RecordImage, type: T, id: string): Result<RecordOf<T>> {
  const record = image.get(id);
  return record !== undefined && isOfType(record, type) && record.status === 'active'
    ? ok(record)
    : fail(appError('record.notFound', `no active ${type} ${id}`));
}
