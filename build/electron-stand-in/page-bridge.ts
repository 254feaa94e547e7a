/** Name of the binding and of the event between page and test; both stay out of the page's reach. */
export const bindingName = '__sillonStandIn';

/** Bytes and undefined do not survive JSON: they travel as marked objects. */
export function encodeValue(value: unknown): unknown {
  if (value === undefined) return { $undefined: true };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(encodeValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encodeValue(each)]));
}

/** The value {@link encodeValue} or the page encoded. */
export function decodeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeValue);
  if (typeof value !== 'object' || value === null) return value;
  if ('$undefined' in value) return undefined;
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decodeValue(each)]));
}

/**
 * Script for the page: runs the built preload on a stand-in for `contextBridge` and `ipcRenderer`.
 * It is text because the page's own policy forbids to build functions from text there.
 */
export function makePageScript(preloadSource: string): string {
  return `(() => {
  if (window !== window.top) return;
  const call = window[${JSON.stringify(bindingName)}];
  delete window[${JSON.stringify(bindingName)}];
  const encode = (value) => {
    if (value === undefined) return { $undefined: true };
    if (value instanceof Uint8Array) {
      return { $bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) };
    }
    if (Array.isArray(value)) return value.map(encode);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
  };
  const decode = (value) => {
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value !== 'object' || value === null) return value;
    if ('$undefined' in value) return undefined;
    if ('$bytes' in value) return Uint8Array.from(atob(value.$bytes), (text) => text.charCodeAt(0));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each)]));
  };
  const listeners = new Map();
  const listenersOf = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel);
  window.addEventListener(${JSON.stringify(bindingName)}, ({ detail }) => {
    for (const listener of listenersOf(detail.channel)) listener({}, ...decode(detail.args));
  });
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }),
    },
    ipcRenderer: {
      invoke: async (channel, ...payloads) => decode(await call(channel, encode(payloads))),
      on: (channel, listener) => void listenersOf(channel).add(listener),
      off: (channel, listener) => void listenersOf(channel).delete(listener),
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload has no module ' + name);
    return electron;
  };
  const module = { exports: {} };
  (function (require, module, exports) {
${preloadSource}
  })(require, module, module.exports);
})();`;
}
