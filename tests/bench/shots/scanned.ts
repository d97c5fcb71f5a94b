import bwip from 'bwip-js/node';
import type { Page } from 'playwright-core';

const codes = {
  unknown: '(01)09504000059118(17)281120(10)ABC123',
  'wrong-digit': '(01)09504000059119(17)281120(10)ABC123',
};

/** A photo of a box's code, given to the page as somebody does who has no camera. */
export const scanned =
  (which: keyof typeof codes) =>
  async (page: Page): Promise<void> => {
    const picture = await bwip.toBuffer({
      bcid: 'gs1datamatrix',
      text: codes[which],
      scale: 6,
      padding: 20,
      dontlint: true,
      backgroundcolor: 'ffffff',
    } as never);
    await page.locator('.scan-act button').click();
    await page.locator('#scan-title').waitFor();
    const said = await page.locator('.scan [role=status]').innerText();
    await page
      .locator('#scan-photo')
      .setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: picture });
    // Either the code is refused in the same words' place, or the page goes on to what it does not know.
    await page.locator(`.scan [role=status]`).filter({ hasText: said }).waitFor({ state: 'detached' });
  };
