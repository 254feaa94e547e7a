// What a browser has and Node has not.
const { locks } = globalThis.navigator;
Object.defineProperty(globalThis, 'navigator', { value: { onLine: true, locks }, configurable: true });
