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
/** A strip of a long page is not worth a column's rest where less than this is left, in pixels of the sheet. */
const WORTH = 200;

interface Strip {
  readonly shot: Shot;
  /** In CSS pixels of the page. */
  readonly from: number;
  readonly height: number;
}
type Column = readonly Strip[];

/** Fills columns from the top: a long page goes on in the next one, so that its end is seen as well. */
function columnsOf(shots: readonly Shot[], scale: number): readonly Column[] {
  const columns: Strip[][] = [[]];
  let left = SHEET.height;
  for (const shot of shots)
    for (let from = 0; from < shot.height;) {
      const needed = (shot.height - from) * scale + TITLE;
      if (left < Math.min(needed, WORTH)) {
        columns.push([]);
        left = SHEET.height;
      }
      const height = Math.min(shot.height - from, Math.floor((left - TITLE) / scale));
      columns.at(-1)?.push({ shot, from, height });
      from += height;
      left -= height * scale + TITLE;
    }
  return columns;
}

function htmlOf(columns: readonly Column[], scale: number): string {
  const boxes = columns.map((column) => {
    const strips = column.map(({ shot, from, height }) => {
      const size = `width:${String(shot.width * scale)}px`;
      const data = readFileSync(shot.file).toString('base64');
      const more = from > 0 ? ' (goes on)' : '';
      return `<figcaption>${shot.name}${more}</figcaption>
<div style="${size};height:${String(height * scale)}px;overflow:hidden"><img style="${size};margin-top:${String(-from * scale)}px" src="data:image/png;base64,${data}"></div>`;
    });
    return `<figure>${strips.join('')}</figure>`;
  });
  return `<!doctype html><style>body{margin:0;background:#777;font:bold 13px Arial;display:flex;gap:${String(GAP)}px}
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
  const columns = columnsOf(shots, scale);
  const page = await browser.newPage({ viewport: SHEET });
  const files: string[] = [];
  for (let at = 0; at < columns.length; at += across) {
    const number = String(at / across + 1).padStart(2, '0');
    const file = join(into, `sheet-${look}-${number}.png`);
    await page.setContent(htmlOf(columns.slice(at, at + across), scale));
    await page.screenshot({ path: file });
    files.push(file);
  }
  await page.close();
  return files;
}
