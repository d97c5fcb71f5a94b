import type { Pen, Style } from './pen.ts';
import { losesLetters } from './typeface.ts';

export type Element = PDFKit.PDFStructureElement;

/** Points; the upper corner and the width. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What an element is told; `scope` is what a heading of a table is the heading of. */
interface TagOptions {
  readonly title?: string;
  readonly actual?: string;
  readonly scope?: 'Row' | 'Column';
}

interface Drawn {
  readonly box: Box;
  readonly style: Style;
  readonly atEnd?: boolean;
  readonly scope?: 'Row' | 'Column';
}

/** The tags of a document: what each thing on the page is, for whoever has it read aloud. */
export interface Tags {
  /** Elements in an element. */
  readonly group: (type: string, title: string | undefined, children: readonly Element[]) => Element;
  /** A line of text in an element of its own. */
  readonly text: (type: string, text: string, drawn: Drawn) => Element;
  /** A rule across, which nobody is read. */
  readonly rule: (box: Box) => void;
}

/** Tags of a document, whose texts a pen writes when their element is put into the document. */
export const createTags = (doc: PDFKit.PDFDocument, pen: Pen): Tags => ({
  group: (type, title, children) => doc.struct(type, title === undefined ? {} : { title }, [...children]),
  text: (type, text, { box, style, atEnd = false, scope }) => {
    const options: TagOptions = {
      // Where the typeface lacks letters the whole is kept for reading aloud, searching and copying.
      ...(losesLetters(text, style.weight) ? { actual: text } : {}),
      ...(scope === undefined ? {} : { scope }),
    };
    return doc.struct(type, options, () => {
      pen.write(text, { ...box, atEnd }, style);
    });
  },
  rule: ({ x, y, width }) => {
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .strokeColor('#8a8a8a')
      .stroke();
    doc.endMarkedContent();
  },
});
