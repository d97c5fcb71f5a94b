import { renameSync, writeFileSync } from 'node:fs';
import type { Grey } from './seen-code.ts';

const GREY = 128;
const FRAMES = 2;

/**
 * Writes a picture as a film (YUV4MPEG2) that Chromium's fake camera shows: it begins the file anew whenever the camera
 * is opened, so what the camera sees next is what was written last.
 */
export function writeFilm(file: string, { width, height, levels }: Grey): void {
  const header = Buffer.from(`YUV4MPEG2 W${String(width)} H${String(height)} F10:1 Ip A1:1 C420jpeg\n`);
  const colour = Buffer.alloc((width * height) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), levels, colour]);
  writeFileSync(`${file}.new`, Buffer.concat([header, ...Array<Buffer>(FRAMES).fill(frame)]));
  renameSync(`${file}.new`, file);
}
