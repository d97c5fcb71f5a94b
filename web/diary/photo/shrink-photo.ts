import { PHOTO_MOST_BYTES } from '#domain/photo.ts';

/** Longest edge in pixels and quality, tried in turn until the photo is small enough. */
const TRIES = [
  [1600, 0.8],
  [1600, 0.6],
  [1280, 0.6],
  [1024, 0.55],
  [800, 0.5],
  [640, 0.4],
] as const;

async function drawn(image: ImageBitmap, edge: number, quality: number): Promise<Blob | undefined> {
  const scale = Math.min(1, edge / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
  return blob ?? undefined;
}

/**
 * Draws a photo anew and smaller: what the camera wrote beside the picture, such as where it was taken, never leaves
 * the phone.
 *
 * @returns a JPEG; `undefined` for what is no picture, or can't be made small enough
 */
export async function shrinkPhoto(file: Blob): Promise<Blob | undefined> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
  for (const [edge, quality] of TRIES) {
    const blob = await drawn(image, edge, quality);
    if (blob !== undefined && blob.size <= PHOTO_MOST_BYTES) {
      image.close();
      return blob;
    }
  }
  image.close();
  return undefined;
}
