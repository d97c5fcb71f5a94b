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

/**
 * The picture as the camera was held. An element turns it on every phone; a bitmap is asked to by a name that browsers
 * of before 2023 refuse.
 *
 * @returns `undefined` for what is no picture
 */
async function pictureOf(file: Blob): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  const url = URL.createObjectURL(file);
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function drawn(image: HTMLImageElement, edge: number, quality: number): Promise<Blob | undefined> {
  const scale = Math.min(1, edge / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
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
  const image = await pictureOf(file);
  if (image === undefined) return undefined;
  for (const [edge, quality] of TRIES) {
    const blob = await drawn(image, edge, quality);
    if (blob !== undefined && blob.size <= PHOTO_MOST_BYTES) return blob;
  }
  return undefined;
}
