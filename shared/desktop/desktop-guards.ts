import { maxFileBytes, type DesktopCalls, type DesktopChannel } from './desktop-calls.ts';
import { isMenuCommand } from './menu-command.ts';

type Guard<C extends DesktopChannel> = (payload: unknown) => payload is DesktopCalls[C]['request'];

function isNothing(payload: unknown): payload is undefined {
  return payload === undefined;
}

/** The fields of `payload` when it is a plain object with exactly these keys. */
function readExactFields(payload: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return null;
  const entries = Object.entries(payload);
  if (entries.length !== keys.length || !entries.every(([key]) => keys.includes(key))) return null;
  return Object.fromEntries(entries);
}

function isListOf(value: unknown, maxLength: number, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= maxLength && value.every(isItem);
}

function isExtension(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z0-9]{1,10}$/.test(value);
}

function isFileName(value: unknown): boolean {
  if (typeof value !== 'string' || value.length === 0 || value.length > 200) return false;
  // Folder separators, characters Windows refuses and control characters never belong in a proposed name.
  return !/[\\/:*?"<>|\p{Cc}]/u.test(value) && !/^\.+$/.test(value) && value.trim() === value;
}

function isMimeType(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/.test(value);
}

/**
 * One guard for each call: true only when the payload has exactly the shape, sizes and characters the
 * contract allows. Extra keys are refused.
 */
export const desktopGuards: { readonly [C in DesktopChannel]: Guard<C> } = {
  'shell:get-info': isNothing,
  'server:get-address': isNothing,
  'server:set-address': (payload): payload is DesktopCalls['server:set-address']['request'] => {
    const address = readExactFields(payload, ['address'])?.['address'];
    return typeof address === 'string' && address.length <= 300;
  },
  'file:open': (payload): payload is DesktopCalls['file:open']['request'] => {
    const fields = readExactFields(payload, ['extensions', 'maxBytes']);
    const maxBytes = fields?.['maxBytes'];
    if (!isListOf(fields?.['extensions'], 20, isExtension)) return false;
    return typeof maxBytes === 'number' && Number.isInteger(maxBytes) && maxBytes > 0 && maxBytes <= maxFileBytes;
  },
  'file:save': (payload): payload is DesktopCalls['file:save']['request'] => {
    const fields = readExactFields(payload, ['name', 'mimeType', 'bytes']);
    const bytes = fields?.['bytes'];
    if (!isFileName(fields?.['name']) || !isMimeType(fields?.['mimeType'])) return false;
    return bytes instanceof Uint8Array && bytes.byteLength <= maxFileBytes;
  },
  'page:print': isNothing,
  'menu:set-commands': (payload): payload is DesktopCalls['menu:set-commands']['request'] =>
    isListOf(readExactFields(payload, ['commands'])?.['commands'], 50, isMenuCommand),
};
