/** The kinds of photo that a page makes and every browser shows. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

/** What a photo of a bleed may weigh: pages scale it down to this, and one item of the table holds it. */
export const PHOTO_MOST_BYTES = 180_000;
/** As many as show how a bruise changes; a diary is no album. */
export const PHOTO_MOST_OF_A_BLEED = 6;

/**
 * `not-a-photo`: it is not what it says it is. `says-more`: beside the picture it holds what cameras add, such as where
 * it was taken; such a photo is refused, never cleaned here, so that nobody relies on that.
 */
export type PhotoProblem = 'empty' | 'too-long' | 'not-a-photo' | 'says-more';

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Tables, frames and scans, restart intervals, JFIF, a colour profile and Adobe's colour mark. */
const JPEG_SEGMENTS = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xda, 0xdb, 0xdd,
  0xe0, 0xe2, 0xee,
]);
const isInScan = (byte: number): boolean => byte === 0 || (byte >= 0xd0 && byte <= 0xd7);

/** Past the compressed data of a scan: the place of the next marker. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length && !(bytes[at] === 0xff && !isInScan(bytes[at + 1] ?? 0))) at += 1;
  return at;
}

function jpegProblem(bytes: Uint8Array): PhotoProblem | undefined {
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return 'not-a-photo';
    if (!JPEG_SEGMENTS.has(marker)) return 'says-more';
    const length = view(bytes).getUint16(at + 2);
    // Of the second application segment only colour profiles: it may also hold further pictures.
    if (marker === 0xe2 && text(bytes, at + 4, at + 15) !== 'ICC_PROFILE') return 'says-more';
    at += 2 + length;
    if (marker === 0xda) at = afterScan(bytes, at);
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9)
      return at + 2 === bytes.length ? undefined : 'says-more';
  }
  return 'not-a-photo';
}

const PNG_CHUNKS = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'iCCP'],
]);

function pngProblem(bytes: Uint8Array): PhotoProblem | undefined {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view(bytes).getUint32(at);
    const name = text(bytes, at + 4, at + 8);
    if (!PNG_CHUNKS.has(name)) return 'says-more';
    at += 12 + length;
    if (name === 'IEND') return at === bytes.length ? undefined : 'says-more';
  }
  return 'not-a-photo';
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);

function webpProblem(bytes: Uint8Array): PhotoProblem | undefined {
  if (view(bytes).getUint32(4, true) + 8 !== bytes.length) return 'says-more';
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (!WEBP_CHUNKS.has(text(bytes, at, at + 4))) return 'says-more';
    const length = view(bytes).getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return at === bytes.length ? undefined : 'not-a-photo';
}

const starts = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, place) => bytes[place] === byte);

/** Why bytes are not kept as a photo of a type; `undefined` where they are nothing but that picture. */
export function photoProblem(bytes: Uint8Array, type: PhotoType): PhotoProblem | undefined {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > PHOTO_MOST_BYTES) return 'too-long';
  if (bytes.length < 16) return 'not-a-photo';
  switch (type) {
    case 'image/jpeg':
      return starts(bytes, 0xff, 0xd8, 0xff) ? jpegProblem(bytes) : 'not-a-photo';
    case 'image/png':
      return starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
        ? pngProblem(bytes)
        : 'not-a-photo';
    case 'image/webp':
      return text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP'
        ? webpProblem(bytes)
        : 'not-a-photo';
  }
}
