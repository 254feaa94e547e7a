import { MAX_IMAGE_BYTES, planShrinking } from './shrink-plan.ts';

/** A JPEG of at most {@link MAX_IMAGE_BYTES}, upright, or `undefined` when the browser cannot read the image. */
export async function shrinkImage(image: Blob): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(image, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  try {
    for (const { width, height, quality } of planShrinking(bitmap.width, bitmap.height)) {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const drawing = canvas.getContext('2d');
      if (drawing === null) return undefined;
      // A transparent image would turn black in a JPEG.
      drawing.fillStyle = '#ffffff';
      drawing.fillRect(0, 0, width, height);
      drawing.drawImage(bitmap, 0, 0, width, height);
      const made = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/jpeg', quality);
      });
      if (made !== null && made.size <= MAX_IMAGE_BYTES) return made;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}
