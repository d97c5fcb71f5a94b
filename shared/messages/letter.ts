import type { Mail } from './message.ts';

interface Link {
  readonly words: string;
  readonly to: string;
}

/** The words of a mail before it has a form. */
export interface Letter {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** A code on a line of its own, to be copied or typed. */
  readonly code?: string;
  readonly link?: Link;
  /** A second way in, for whoever has something else to say. */
  readonly otherLink?: Link;
  readonly closing: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

const linksOf = ({ link, otherLink }: Letter): readonly Link[] =>
  [link, otherLink].filter((one) => one !== undefined);

const textOf = (letter: Letter): string =>
  [
    ...letter.paragraphs,
    ...(letter.code === undefined ? [] : [`    ${letter.code}`]),
    ...linksOf(letter).map(({ words, to }) => `${words}:\n${to}`),
    ...letter.closing,
  ].join('\n\n') + '\n';

const htmlOf = (letter: Letter): string => {
  const paragraph = (words: string) => `<p>${escape(words)}</p>`;
  const code =
    letter.code === undefined
      ? []
      : [
          `<p dir="ltr"><strong style="font-size:1.5em;letter-spacing:.1em">${escape(letter.code)}</strong></p>`,
        ];
  const links = linksOf(letter).map(({ words, to }) => `<p><a href="${escape(to)}">${escape(words)}</a></p>`);
  const body = [
    ...letter.paragraphs.map(paragraph),
    ...code,
    ...links,
    ...letter.closing.map(paragraph),
  ].join('\n');
  const style = 'font-family:Arial,sans-serif;font-size:1em;line-height:1.5;max-width:35em';
  return `<!doctype html>
<html lang="${letter.language}" dir="${letter.direction}">
<head><meta charset="utf-8"><title>${escape(letter.subject)}</title></head>
<body style="${style}">
${body}
</body>
</html>
`;
};

/** The same words as plain text and as HTML that loads nothing from anywhere. */
export const mailOf = (letter: Letter): Mail => ({
  subject: letter.subject,
  text: textOf(letter),
  html: htmlOf(letter),
});
