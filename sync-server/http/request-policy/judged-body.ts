import type { AppError } from '../../../shared/core/errors.ts';
import { appError } from '../../../shared/core/errors.ts';

/** A row of `_bulk_docs`. */
export interface BulkRow {
  readonly id: string;
  readonly ok?: boolean;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
}

/** A body that may go on. */
export interface JudgedBody {
  /** What is sent on; `undefined` when nothing of it may go on and `rows` are the whole answer. */
  readonly body: unknown;
  /** Documents that are written, or ids that are read. */
  readonly count: number;
  /** Makes the answer to a push from the database's own rows. */
  readonly answer?: (rows: readonly BulkRow[]) => Promise<readonly BulkRow[]>;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A document that stays with the device, said as the validation function says it. */
export function refuseRow(id: string, { code, message }: AppError): BulkRow {
  return { id, error: 'forbidden', reason: `${code}: ${message}` };
}

/** The body is none that the application sends. */
export function notOurs(): AppError {
  return appError('network.refused', 'the request asks for more than is open');
}
