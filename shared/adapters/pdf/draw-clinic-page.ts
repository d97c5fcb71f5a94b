import PDFDocument from 'pdfkit';
import type { ClinicPage } from '#usecases/ports/clinic-page.ts';
import { drawTable } from './draw-table.ts';
import { fitRows, heightOf } from './fit-rows.ts';
import { createPen, type Style } from './pen.ts';
import { type Box, createTags, type Element, type Tags } from './tags.ts';

/** Points: A4 with margins that any printer has. */
const PAPER = { width: 595.28, height: 841.89 };
const MARGIN = 40;
const WIDTH = PAPER.width - 2 * MARGIN;
const GUTTER = 20;
const TITLE: Style = { weight: 'bold', size: 17 };
const LEAD: Style = { weight: 'normal', size: 10 };
const SMALL: Style = { weight: 'normal', size: 8 };

const openDocument = ({ title, language, madeAt }: ClinicPage): PDFKit.PDFDocument =>
  new PDFDocument({
    size: 'A4',
    margin: 0,
    // Without it Helvetica is opened, which is not embedded and whose file is not beside the bundle.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Haemdiary', Producer: 'Haemdiary', CreationDate: new Date(madeAt) },
  });

const bytesOf = async (doc: PDFKit.PDFDocument): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
};

/** Lines of text below each other. */
const linesOf = (tags: Tags, texts: readonly string[], { x, y, width }: Box, style: Style): Element[] =>
  texts.map((text, place) =>
    tags.text('P', text, { box: { x, y: y + place * style.size * 1.4, width }, style }),
  );

/** The bands below each other, their tables side by side, with as many rows as there is room for. */
const bandsOf = (tags: Tags, { bands }: ClinicPage, top: number, bottom: number): Element[] => {
  const shown = fitRows(bands, bottom - top);
  let y = top;
  return bands.flatMap((band, at) => {
    const width = (WIDTH - GUTTER * (band.length - 1)) / band.length;
    const rows = band.map((_, place) => shown[at]?.[place] ?? 0);
    const drawn = band.map((table, place) =>
      drawTable(tags, table, rows[place] ?? 0, { x: MARGIN + place * (width + GUTTER), y, width }),
    );
    y += Math.max(...band.map((table, place) => heightOf(table, rows[place] ?? 0)));
    return drawn;
  });
};

/**
 * A page of A4 as a tagged PDF: title, language, headings and tables as such for whoever has it read aloud. However much
 * there is to say it stays one page; each table says what it left out.
 */
export const drawClinicPage = async (page: ClinicPage): Promise<Uint8Array> => {
  const doc = openDocument(page);
  const tags = createTags(doc, createPen(doc));
  const box = { x: MARGIN, y: MARGIN, width: WIDTH };
  const lead = MARGIN + TITLE.size * 1.5;
  const top = lead + page.lead.length * LEAD.size * 1.4 + SMALL.size;
  const foot = PAPER.height - MARGIN - page.foot.length * SMALL.size * 1.4;
  const elements = [
    tags.text('H1', page.title, { box, style: TITLE }),
    ...linesOf(tags, page.lead, { ...box, y: lead }, LEAD),
    ...bandsOf(tags, page, top, foot - SMALL.size),
    ...linesOf(tags, page.foot, { ...box, y: foot }, SMALL),
  ];
  tags.rule({ ...box, y: foot - SMALL.size / 2 });
  const root = tags.group('Document', page.title, elements);
  doc.addStructure(root);
  return bytesOf(doc);
};
