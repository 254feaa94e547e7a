import { useMemo, useSyncExternalStore } from 'react';
import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import type { RecordImage } from './record-image.ts';

/** Renders again whenever the image changes; returns its version, the key for `useMemo`. */
export function useImageVersion(image: RecordImage): number {
  return useSyncExternalStore(image.subscribe, () => image.version);
}

/** Records of one type, ascending by date; the same array until something changes. */
export function useRecords<T extends RecordType>(image: RecordImage, type: T): readonly RecordOf<T>[] {
  useImageVersion(image);
  return image.list(type);
}

/** A value computed from the whole image, again only when it changed or a dependency did. */
export function useFromImage<T>(image: RecordImage, compute: () => T, dependencies: readonly unknown[] = []): T {
  const version = useImageVersion(image);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for everything compute reads
  return useMemo(compute, [version, ...dependencies]);
}
