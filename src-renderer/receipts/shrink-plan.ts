/** Largest photograph that is kept, in bytes. */
export const MAX_IMAGE_BYTES = 300 * 1024;

/** One try at a smaller image. */
export interface ShrinkStep {
  readonly width: number;
  readonly height: number;
  readonly quality: number;
}

const LONG_SIDES = [2000, 1600, 1200, 900, 640];
const QUALITIES = [0.82, 0.7, 0.55];

/** Tries from the most to the least readable, never larger than the image is. The proportions stay. */
export function planShrinking(width: number, height: number): ShrinkStep[] {
  const longSide = Math.max(width, height);
  const sides = [...new Set(LONG_SIDES.map((side) => Math.min(side, longSide)))];
  return sides.flatMap((side) =>
    QUALITIES.map((quality) => ({
      width: Math.max(1, Math.round((width * side) / longSide)),
      height: Math.max(1, Math.round((height * side) / longSide)),
      quality,
    })),
  );
}
