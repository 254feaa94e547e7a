import type { SafeStorage } from 'electron';
import { readBytesOrNull, writeAtomically } from './atomic-file.ts';
import type { Log } from './logging.ts';

export interface SecretsDeps {
  readonly safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  readonly operatingSystem: NodeJS.Platform;
  readonly path: string;
  readonly log: Log;
}

export interface Secrets {
  /** Whether a written text is still there after a restart. */
  readonly isKept: () => Promise<boolean>;
  readonly read: () => Promise<string | null>;
  readonly write: (text: string) => Promise<void>;
  /** Ends when the last write is done. */
  readonly flush: () => Promise<void>;
}

/** One text, encrypted by the operating system; never written where that is not possible. */
export function setupSecrets({ safeStorage, operatingSystem, path, log }: SecretsDeps): Secrets {
  let lastWrite: Promise<void> = Promise.resolve();
  let availability: Promise<boolean> | null = null;

  async function checkEncryption(): Promise<boolean> {
    const isOffered = await safeStorage.isAsyncEncryptionAvailable().catch(() => false);
    // Without a password manager Linux "encrypts" with a key that everybody knows: that is no protection.
    const isReal = operatingSystem !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
    if (!isOffered || !isReal) log.warn('secrets-in-memory-only');
    return isOffered && isReal;
  }

  const isKept = (): Promise<boolean> => (availability ??= checkEncryption());

  async function decrypt(bytes: Buffer): Promise<string | null> {
    try {
      const { result } = await safeStorage.decryptStringAsync(bytes);
      return result;
    } catch {
      log.warn('secrets-unreadable');
      return null;
    }
  }

  async function encryptToFile(text: string): Promise<void> {
    if (!(await isKept())) return;
    try {
      await writeAtomically(path, await safeStorage.encryptStringAsync(text));
    } catch {
      log.error('secrets-not-written');
    }
  }

  return {
    isKept,
    read: async () => {
      await lastWrite;
      if (!(await isKept())) return null;
      const bytes = await readBytesOrNull(path);
      return bytes === null ? null : await decrypt(bytes);
    },
    write: (text) => {
      lastWrite = lastWrite.then(() => encryptToFile(text));
      return lastWrite;
    },
    flush: () => lastWrite,
  };
}
