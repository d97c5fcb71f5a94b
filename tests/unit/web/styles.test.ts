import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../infra/setup/root.mjs';

const sheets = globSync('web/{diary,centre,registry,shared}/**/*.css', { cwd: root });
const lines = sheets.flatMap((sheet) =>
  readFileSync(join(root, sheet), 'utf8')
    .split('\n')
    .map((text, index) => ({
      sheet,
      at: `${sheet}:${String(index + 1)}: ${text.trim()}`,
      text: text.trim(),
    })),
);
const those = (pattern: RegExp, but: RegExp = /^$/): string[] =>
  lines.filter(({ text, at }) => pattern.test(text) && !but.test(at)).map(({ at }) => at);

/** Properties and values that mean one side of the screen whatever the language. */
const SIDES =
  /^(?:(?:margin|padding|border|inset|scroll-margin)-(?:left|right)\b|(?:left|right|float|clear)\s*:|border-(?:top|bottom)-(?:left|right)-radius|text-align\s*:\s*(?:left|right))/;

describe('the styles', () => {
  it('name no left and right, so that they run either way', () => {
    expect(sheets.length).toBeGreaterThan(8);
    expect(those(SIDES)).toEqual([]);
  });

  it('give no four values of which two are left and right unless they are the same', () => {
    const uneven = lines.filter(({ text }) => {
      const [, values] = /^(?:margin|padding|inset|border-width)\s*:\s*([^;]+);/.exec(text) ?? [];
      const four = (values ?? '').match(/(?:[^\s(]|\([^)]*\))+/g) ?? [];
      return four.length === 4 && four[1] !== four[3];
    });
    expect(uneven.map(({ at }) => at)).toEqual([]);
  });

  it('take colours from the tokens, or name one for each scheme', () => {
    expect(
      those(/#[0-9a-f]{3,8}\b/i, /tokens\.css|light-dark\(|\.qr-|fill: #(?:fff|000)|color: #000000/),
    ).toEqual([]);
  });

  it('move nothing for people who asked for no motion', () => {
    for (const sheet of sheets) {
      const css = readFileSync(join(root, sheet), 'utf8');
      const outside = css.replaceAll(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '');
      expect(outside, sheet).not.toMatch(/^\s*(?:transition|animation|scroll-behavior)\s*:/m);
    }
  });
});

it('tells what is written for one side only', () => {
  expect(['margin-left: 1rem;', 'float: right;', 'text-align: left;'].every((line) => SIDES.test(line))).toBe(
    true,
  );
  expect(['margin-inline-start: 1rem;', 'text-align: start;'].some((line) => SIDES.test(line))).toBe(false);
});
