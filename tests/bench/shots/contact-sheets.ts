import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** What one picture shows, and how large it is in CSS pixels. */
export interface Shot {
  readonly name: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

const SHEET = { width: 1560, height: 1500 };
const GAP = 12;
const TITLE = 18;

interface Strip {
  readonly shot: Shot;
  readonly from: number;
}

/** A long page goes on in the next strip, so that its end is seen as well. */
const stripsOf = (shots: readonly Shot[], tall: number): Strip[] =>
  shots.flatMap((shot) =>
    Array.from({ length: Math.ceil(shot.height / tall) }, (_, at) => ({ shot, from: at * tall })),
  );

function htmlOf(strips: readonly Strip[], scale: number, tall: number): string {
  const boxes = strips.map(({ shot, from }) => {
    const size = `width:${String(shot.width * scale)}px`;
    const high = Math.min(tall, shot.height - from) * scale;
    const data = readFileSync(shot.file).toString('base64');
    const more = from > 0 ? ' (goes on)' : '';
    return `<figure style="${size}"><figcaption>${shot.name}${more}</figcaption>
<div style="${size};height:${String(high)}px;overflow:hidden"><img style="${size};margin-top:${String(-from * scale)}px" src="data:image/png;base64,${data}"></div></figure>`;
  });
  return `<!doctype html><style>body{margin:0;background:#777;font:bold 13px Arial;display:flex;gap:${String(GAP)}px;flex-wrap:wrap}
figure{margin:0}figcaption{height:${String(TITLE)}px;color:#fff;overflow:hidden;white-space:nowrap}img{display:block}</style>${boxes.join('')}`;
}

/**
 * Puts many pictures on few sheets, small enough to be looked at as a whole and large enough to be read.
 *
 * @returns the files written: `sheet-LOOK-01.png` …
 */
export async function writeContactSheets(
  browser: Browser,
  into: string,
  look: string,
  shots: readonly Shot[],
): Promise<readonly string[]> {
  const [first] = shots;
  if (first === undefined) return [];
  const across = first.width > 1000 ? 2 : 5;
  const scale = Math.min(1, (SHEET.width / across - GAP) / first.width);
  const tall = Math.floor((SHEET.height - TITLE) / (first.width > 1000 ? 2 : 1) / scale) - TITLE * 2;
  const strips = stripsOf(shots, tall);
  const perSheet = first.width > 1000 ? across * 2 : across;
  const page = await browser.newPage({ viewport: SHEET });
  const files: string[] = [];
  for (let at = 0; at < strips.length; at += perSheet) {
    const number = String(at / perSheet + 1).padStart(2, '0');
    const file = join(into, `sheet-${look}-${number}.png`);
    await page.setContent(htmlOf(strips.slice(at, at + perSheet), scale, tall));
    await page.screenshot({ path: file });
    files.push(file);
  }
  await page.close();
  return files;
}
