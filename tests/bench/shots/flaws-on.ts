import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Look } from './looks.ts';

/** A control on a phone is as wide and high as a finger, in CSS pixels; links in a sentence are let be. */
const FINGER = 44;

/** Evaluated in the page, as text: its policy lets no function in. */
const ASK = (finger: number): string => `(() => {
  const shown = (one) => one.checkVisibility() && getComputedStyle(one).visibility !== 'hidden' && one.closest('.visually-hidden, .skip') === null;
  const said = (one) => one.tagName.toLowerCase() + (one.id ? '#' + one.id : '') + ' "' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40) + '"';
  const flaws = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) flaws.push(wide + ' px too wide');
  for (const one of document.querySelectorAll('body *')) {
    if (!shown(one)) continue;
    const style = getComputedStyle(one);
    const clips = style.overflowX === 'hidden' || style.overflowX === 'clip';
    if (clips && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1) flaws.push('cut off: ' + said(one));
    const box = one.getBoundingClientRect();
    if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && one.closest('.table-scroll, svg') === null && one.children.length === 0)
      flaws.push('outside: ' + said(one));
  }
  const small = ${String(finger)} === 0 ? [] : [...document.querySelectorAll('button, summary, select, input, textarea, a[href]')].filter((one) => {
    if (!shown(one) || (one.tagName === 'A' && getComputedStyle(one).display === 'inline' && one.parentElement.textContent.trim() !== one.textContent.trim())) return false;
    const box = (one.closest('label.choice') ?? one).getBoundingClientRect();
    return Math.min(box.width, box.height) < ${String(finger)} - 0.5;
  });
  return [...flaws, ...small.map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return 'small: ' + said(one) + ' ' + Math.round(width) + '×' + Math.round(height);
  })];
})()`;

/** What needs no eye: too wide, cut off, outside the page, too small for a finger. */
export const flawsOn = async (page: Page, { width, text }: Look): Promise<readonly string[]> =>
  z.array(z.string()).parse(await page.evaluate(ASK(width < 1000 && text === undefined ? FINGER : 0)));
