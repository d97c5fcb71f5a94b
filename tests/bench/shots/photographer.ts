import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Camera, cameraOf, type Sights } from './camera.ts';
import type { Shot } from './contact-sheets.ts';
import { flawsOn } from './flaws-on.ts';

/** What one look has seen: what a machine finds wrong with it is told at once, and shown. */
export interface Photographer extends Camera {
  readonly shots: ReadonlyMap<string, readonly Shot[]>;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What belongs to this page alone; a sheet covers it, and is the picture then. */
async function boxOf(page: Page, width: number, whole: boolean): Promise<Box> {
  const [height, top, bottom] = await page.evaluate<[number, number, number]>(
    `(() => {
      const box = document.querySelector('main').getBoundingClientRect();
      const last = [...document.querySelectorAll('main > *')].map((one) => one.getBoundingClientRect()).filter(({ height }) => height > 0).at(-1);
      return [document.documentElement.scrollHeight, box.top + scrollY, Math.min(box.bottom, last.bottom + 24) + scrollY];
    })()`,
  );
  if (whole || (await page.locator('dialog[open]').count()) > 0) return { x: 0, y: 0, width, height };
  return { x: 0, y: Math.max(0, top), width, height: Math.max(40, Math.ceil(bottom - top)) };
}

/**
 * Takes pictures of a site's pages in all looks of one language.
 *
 * @param into the folder for the pictures
 */
export function photographer(sights: Sights, into: string): Photographer {
  const shots = new Map<string, Shot[]>();
  const camera = cameraOf(sights, async (page, { name, look, whole }) => {
    const how = sights.looks[look];
    if (how === undefined) return;
    const file = join(into, `${name}-${look}.png`);
    // Colours change no size.
    if (how.scheme === 'light' && how.forced === 'none')
      camera.notes.push(...(await flawsOn(page, how)).map((flaw) => `${name} (${look}): ${flaw}`));
    const clip = await boxOf(page, how.width, whole);
    await page.screenshot({ path: file, fullPage: true, clip });
    shots.set(look, [...(shots.get(look) ?? []), { name, file, width: how.width, height: clip.height }]);
  });
  return { ...camera, shots };
}
