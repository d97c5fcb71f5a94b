/** Enough for a small code on a large photo, and no more than an old phone can hold. */
const WIDEST = 2400;

/**
 * What is on a chosen photo, turned as the camera was held; whatever the browser can show can be read, also what the
 * decoder itself doesn't know. `undefined` where the file is no picture.
 */
export async function photoPixels(photo: Blob): Promise<ImageData | undefined> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(photo);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
  const scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  drawing?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return drawing?.getImageData(0, 0, canvas.width, canvas.height);
}
