import type { SecretsDeps } from '../secrets.ts';

/** A key store for tests: turns each byte over, or refuses to work. */
export function createFakeSafeStorage(isAvailable = true, backend = 'gnome_libsecret'): SecretsDeps['safeStorage'] {
  const turn = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(isAvailable),
    encryptStringAsync: (text) => Promise.resolve(Buffer.concat([Buffer.from('v1'), turn(Buffer.from(text))])),
    decryptStringAsync: (bytes) =>
      bytes.subarray(0, 2).toString() === 'v1'
        ? Promise.resolve({ result: turn(bytes.subarray(2)).toString(), shouldReEncrypt: false })
        : Promise.reject(new Error('cannot decrypt')),
    getSelectedStorageBackend: () => backend as 'basic_text',
  };
}
