import { drawable, runsOf, type Weight } from './typeface.ts';

export interface Style {
  readonly weight: Weight;
  /** Points. */
  readonly size: number;
}

/** Where a text stands: its upper corner at the start, and the width it may have. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly atEnd?: boolean;
}

/** Writes single lines of text; what is too long for its place ends in an ellipsis. */
export interface Pen {
  readonly write: (text: string, place: Place, style: Style) => void;
}

/** Cuts between letters as people see them, never before the accent of one. */
const whole = new Intl.Segmenter();
const CUT = '…';
/** Of the size: no letter is as narrow, but for marks that stand over another. */
const NARROWEST = 0.1;

/** A pen of a document. Nothing it writes starts a line or a page of its own. */
export const createPen = (doc: PDFKit.PDFDocument): Pen => {
  const widthOf = (text: string, { weight, size }: Style): number =>
    runsOf(text, weight).reduce(
      (sum, { file, text: part }) => sum + doc.font(file).fontSize(size).widthOfString(part),
      0,
    );
  const fitted = (given: string, width: number, style: Style): string => {
    const letters = Array.from(whole.segment(drawable(given, style.weight)), ({ segment }) => segment);
    // No more than could fit are measured: somebody's text may be as long as a book.
    const most = Math.ceil(width / (style.size * NARROWEST));
    const begin = letters.slice(0, most).join('');
    if (letters.length <= most && widthOf(begin, style) <= width) return begin;
    let [fits, tooMany] = [0, Math.min(most, letters.length) + 1];
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2);
      if (widthOf(letters.slice(0, middle).join('') + CUT, style) <= width) fits = middle;
      else tooMany = middle;
    }
    return letters.slice(0, fits).join('').trimEnd() + CUT;
  };
  return {
    write: (given, { x, y, width, atEnd = false }, style) => {
      const text = fitted(given, width, style);
      let at = atEnd ? x + width - widthOf(text, style) : x;
      for (const { file, text: part } of runsOf(text, style.weight)) {
        doc.font(file).fontSize(style.size).text(part, at, y, { lineBreak: false });
        at += doc.widthOfString(part);
      }
    },
  };
};
