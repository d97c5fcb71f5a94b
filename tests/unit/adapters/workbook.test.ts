import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workbooks } from '#adapters/workbook.ts';
import { line } from '#contracts/text.ts';

const bytesOf = async (texts: readonly string[]): Promise<Buffer> => {
  const rows = texts.map((text) => [{ text }]);
  const sheet = { name: 'Notes', columns: [{ heading: 'Note', width: 20 }], rows };
  const chunks: Uint8Array[] = [];
  for await (const chunk of workbooks.write([sheet])) chunks.push(chunk);
  return Buffer.concat(chunks);
};
/** The sheet as it is written, and as another library reads it, without the heading. */
const written = async (...texts: string[]) => {
  const bytes = await bytesOf(texts);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const [sheet] = await readExcel(bytes);
  return { xml, read: (sheet?.data ?? []).slice(1).map(([cell]) => cell) };
};

describe('a text in a workbook', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(1)', '=HYPERLINK("http://example.org")'])(
    'that begins like a formula (%s) is text, and stays text when somebody edits the cell',
    async (text) => {
      const { xml, read } = await written(text);
      expect(read).toEqual([text]);
      expect(xml).toContain('<c r="A2" t="inlineStr" s="4">');
      expect(xml).not.toMatch(/<f[ >]/);
      const styles = strFromU8(unzipSync(await bytesOf([text]))['xl/styles.xml'] ?? new Uint8Array());
      expect(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0].match(/<xf /g)).toHaveLength(5);
      expect(styles).toContain('quotePrefix="1"/></cellXfs>');
    },
  );

  it('that looks like an escape of Excel’s own is not taken for one', async () => {
    const { xml } = await written('a_x000A_b', '_x003D_1+1', '_x_', '_xyzzy_');
    expect(xml).toContain('>a_x005F_x000A_b<');
    expect(xml).toContain('>_x005F_x003D_1+1<');
    expect(xml).toContain('>_x_<');
    expect(xml).toContain('>_xyzzy_<');
  });

  it('may be anything that a form takes, and is read as it was typed', async () => {
    const typed = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => line(80).safeParse(text).success && !/_x[0-9a-f]{4}_/i.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 20 }), async (texts) => {
        const trimmed = texts.map((text) => line(80).parse(text));
        expect((await written(...trimmed)).read.map(String)).toEqual(trimmed);
      }),
      { numRuns: 30 },
    );
  });

  it('that no XML can hold does not keep the file from opening', async () => {
    expect((await written('a\u{0}b\u{FFFE}\u{D800}c', ']]><![CDATA[')).read).toEqual(['abc', ']]><![CDATA[']);
  });
});
