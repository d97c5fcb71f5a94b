/** A piece of HTML that is safe as it stands. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Value = Html | string | number | undefined | readonly Html[];

function markupOf(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
  }
  return 'markup' in value ? value.markup : value.map((each) => each.markup).join('');
}

/** HTML with every value in it escaped, unless it is HTML itself. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  markup: parts.map((part, n) => part + markupOf(values[n])).join(''),
});
