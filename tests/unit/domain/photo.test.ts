import { describe, expect, it } from 'vitest';
import { photoBody } from '#contracts/photo.ts';
import { PHOTO_MOST_BYTES, photoProblem } from '#domain/photo.ts';
import { SMALLEST_PHOTO } from '../../support/examples/smallest-photo.ts';

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const bytes = (...parts: readonly number[][]): Uint8Array => Uint8Array.from(parts.flat());

const jfif = [...Buffer.from(SMALLEST_PHOTO, 'base64').subarray(0, 20)];
const end = [0xff, 0xd9];
const segment = (marker: number, content: number[]): number[] => [
  0xff,
  marker,
  ...u16(content.length + 2),
  ...content,
];
const scan = [...segment(0xda, [1, 2, 3]), 9, 0xff, 0x00, 8, 0xff, 0xd3, 7];
const jpeg = (...more: readonly number[][]): Uint8Array => bytes(jfif, ...more, scan, end);

const chunk = (name: string, content: number[] = []): number[] => [
  ...u32(content.length),
  ...ascii(name),
  ...content,
  ...u32(0),
];
const png = (...more: readonly number[][]): Uint8Array =>
  bytes(
    [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', [1, 2]),
    ...more,
    chunk('IDAT', [3]),
    chunk('IEND'),
  );

const riff = (name: string, content: number[]): number[] => [
  ...ascii(name),
  ...u32(content.length).reverse(),
  ...content,
  ...(content.length % 2 === 1 ? [0] : []),
];
const webp = (...more: readonly number[][]): Uint8Array => {
  const inside = [...ascii('WEBP'), ...riff('VP8 ', [1, 2, 3]), ...more.flat()];
  return bytes(ascii('RIFF'), u32(inside.length).reverse(), inside);
};

describe('a photo', () => {
  it('is kept where it is nothing but the picture', () => {
    expect(photoProblem(jpeg(), 'image/jpeg')).toBeUndefined();
    expect(photoProblem(jpeg(segment(0xe2, ascii('ICC_PROFILE\0'))), 'image/jpeg')).toBeUndefined();
    expect(photoProblem(png(chunk('sRGB', [0])), 'image/png')).toBeUndefined();
    expect(photoProblem(webp(), 'image/webp')).toBeUndefined();
  });

  it.each([
    ['EXIF in a JPEG', jpeg(segment(0xe1, ascii('Exif\0\0'))), 'image/jpeg'],
    ['IPTC in a JPEG', jpeg(segment(0xed, ascii('Photoshop'))), 'image/jpeg'],
    ['a comment in a JPEG', jpeg(segment(0xfe, ascii('at home'))), 'image/jpeg'],
    ['further pictures in a JPEG', jpeg(segment(0xe2, ascii('MPF\0'))), 'image/jpeg'],
    ['EXIF between two scans', bytes(jfif, scan, segment(0xe1, ascii('Exif')), scan, end), 'image/jpeg'],
    ['something behind a JPEG', bytes([...jpeg()], ascii('more')), 'image/jpeg'],
    ['EXIF in a PNG', png(chunk('eXIf', [1])), 'image/png'],
    ['words in a PNG', png(chunk('tEXt', ascii('where'))), 'image/png'],
    ['something behind a PNG', bytes([...png()], [1, 2]), 'image/png'],
    ['EXIF in a WebP', webp(riff('EXIF', [1, 2])), 'image/webp'],
    ['XMP in a WebP', webp(riff('XMP ', [1])), 'image/webp'],
    ['something behind a WebP', bytes([...webp()], [1]), 'image/webp'],
  ] as const)('is refused with %s', (_what, photo, type) => {
    expect(photoProblem(photo, type)).toBe('says-more');
  });

  it('is refused where it is not what it says, cut off, empty or too large', () => {
    expect(photoProblem(png(), 'image/jpeg')).toBe('not-a-photo');
    expect(photoProblem(bytes([0, 0], [...jpeg().subarray(2)]), 'image/jpeg')).toBe('not-a-photo');
    expect(photoBody.shape.data.safeParse('!!!!').success).toBe(false);
    expect(photoProblem(jpeg(), 'image/webp')).toBe('not-a-photo');
    expect(photoProblem(bytes(ascii('<svg xmlns="x">a</svg>')), 'image/png')).toBe('not-a-photo');
    expect(photoProblem(jpeg().subarray(0, 30), 'image/jpeg')).toBe('not-a-photo');
    expect(photoProblem(png().subarray(0, 24), 'image/png')).toBe('not-a-photo');
    expect(photoProblem(new Uint8Array(), 'image/png')).toBe('empty');
    expect(photoProblem(new Uint8Array(PHOTO_MOST_BYTES + 1), 'image/jpeg')).toBe('too-long');
  });
});
