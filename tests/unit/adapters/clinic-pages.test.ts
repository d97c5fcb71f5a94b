import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clinicPages } from '#adapters/pdf/clinic-pages.ts';
import { fitRows, heightOf } from '#adapters/pdf/fit-rows.ts';
import type { ClinicPage, PageTable } from '#usecases/ports/clinic-page.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';

const table = (rows: readonly (readonly string[])[], notes: readonly string[] = []): PageTable => ({
  heading: 'Places',
  columns: [
    { heading: 'Place', share: 0.7 },
    { heading: 'Bleeds', share: 0.3, isNumber: true },
  ],
  rows,
  empty: 'None.',
  notes,
  leftOut: (count) => `+ ${String(count)} more places`,
});
const rowsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, place) => [`place ${String(place + 1)}`, '1']);
const page = (bands: ClinicPage['bands'], lead: readonly string[] = []): ClinicPage => ({
  title: 'A page',
  lead,
  bands,
  foot: ['The end.'],
  madeAt: '2026-11-22T10:00:00Z',
  language: 'en-GB',
});
const read = async (given: ClinicPage) => readPdf(await clinicPages.write(given));

describe('a page for the clinic', () => {
  it('stays one page however much there is, and says of each table how many rows it left out', async () => {
    const { pages, text } = await read(
      page([
        [table(rowsOf(500), ['A note.']), table(rowsOf(3))],
        [table(rowsOf(90)), table([])],
      ]),
    );
    expect(pages).toBe(1);
    const [first, second] = [...text.matchAll(/\+ (\d+) more places/gu)].map(([, count]) => Number(count));
    expect(first).toBeGreaterThan(400);
    expect(second).toBeGreaterThan(0);
    expect(text).toContain(`place ${String(500 - (first ?? 0))} 1`);
    expect(text).not.toContain(`place ${String(501 - (first ?? 0))} 1`);
    expect(text).toContain('None.');
    expect(text).toContain('The end.');
  });

  it('writes Welsh, Polish, Greek and Ukrainian names', async () => {
    const names = ['Siân Ŵyn ap Llŷr, ŵ ŷ Ŷ', 'Łukasz Żółć', 'Ελένη', 'Олена'];
    const { text } = await read(page([[table([])]], names));
    for (const name of names) expect(text).toContain(name);
  });

  it('keeps a name in letters it can’t draw for whoever has it read aloud', async () => {
    const bytes = await clinicPages.write(page([[table([])]], ['محمد']));
    expect((await readPdf(bytes)).text).toContain('????');
    // ActualText, in UTF-16 as PDF has it.
    const actual = Buffer.from('\ufeffمحمد', 'utf16le').swap16();
    expect(Buffer.from(bytes).includes(actual.subarray(2))).toBe(true);
  });

  it('takes any text as text: nothing in it is of the file', async () => {
    const hostile = ') Tj ET endstream endobj /JS (app.alert(1)) \\( <</OpenAction';
    const { pages, text, roles } = await read(
      page(
        [
          [
            table([
              [hostile.slice(0, 30), '1'],
              ['\u202Etxet\u0000\n\n', '2'],
            ]),
          ],
        ],
        [hostile],
      ),
    );
    expect(pages).toBe(1);
    expect(text).toContain(hostile);
    expect(text).toContain('txet');
    expect(roles.filter((role) => role === 'TR')).toHaveLength(3);
  });

  it('cuts a text that is too long for its place', async () => {
    const { pages, text } = await read(page([[table([['W'.repeat(5_000), '7']])]]));
    expect(pages).toBe(1);
    expect(text).toMatch(/W{20,80}… 7/u);
  });
});

describe('the rows that fit', () => {
  it('fit, and are as many as there are where there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (counts) => {
          const bands = counts.map((band) => band.map((count) => table(rowsOf(count))));
          const shown = fitRows(bands, 600);
          const height = bands.reduce(
            (sum, band, at) =>
              sum + Math.max(...band.map((one, place) => heightOf(one, shown[at]?.[place] ?? 0))),
            0,
          );
          expect(height).toBeLessThanOrEqual(600);
          shown.flat().forEach((rows, place) => {
            expect(rows).toBeGreaterThanOrEqual(Math.min(1, counts.flat()[place] ?? 0));
          });
        },
      ),
    );
    expect(fitRows([[table(rowsOf(7))]], 600)).toEqual([[7]]);
  });

  it('are refused where not even one of each does', () => {
    expect(() => fitRows([[table(rowsOf(3))]], 40)).toThrow('no room');
  });
});
