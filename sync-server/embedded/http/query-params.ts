import { badRequest, queryParseError } from '../couch-error.ts';
import { isNestedDeeper } from './json-depth.ts';

/** Keys of views are lists of values, hardly lists of lists. */
const MOST_LEVELS = 20;

export function readBoolean(query: URLSearchParams, name: string, fallback = false): boolean {
  const value = query.get(name);
  if (value === null) return fallback;
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw queryParseError(`Invalid boolean parameter: ${JSON.stringify(name)}`);
}

export function readCount(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw queryParseError(`Invalid value for ${name}`);
  return Number(value);
}

/** A parameter that is JSON, such as `startkey` or `keys`. */
export function readJsonParam(query: URLSearchParams, ...names: string[]): unknown {
  for (const name of names) {
    const value = query.get(name);
    if (value === null) continue;
    if (isNestedDeeper(Buffer.from(value), MOST_LEVELS)) throw badRequest('The JSON is nested too deeply.');
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest('invalid UTF-8 JSON');
    }
  }
  return undefined;
}
